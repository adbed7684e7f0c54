import { notFound } from "~/access";
import type { Db } from "~/schema";
import { personForOffice } from "./queries/person";

/** The person whom an act of the office is about; throws the answer for nobody. */
export async function personForAct(db: Db, personId: string | undefined) {
  const person = await personForOffice(db, personId ?? "");
  if (!person) throw notFound();
  const name = `${person.givenName} ${person.familyName}`.trim() || person.email;
  return { personId: person.id, name, diedOn: person.diedOn };
}
