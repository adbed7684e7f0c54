import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import type { Db, Trx } from "~/schema";
import { contactOf, employmentOf, endEmployment, insertEmployment } from "./queries/contact";
import { updatePerson } from "./queries/people";

export interface ContactDetails {
  givenName: string;
  familyName: string;
  jobTitle: string;
  nation: string;
  region: string;
  employerName: string;
  employerKind: string;
}

const OF_PERSON = ["givenName", "familyName", "jobTitle", "nation", "region"] as const;

/** What the person's page and form start from. */
export async function contactDetailsOf(db: Db, personId: string): Promise<ContactDetails> {
  const person = await contactOf(db, personId);
  const employment = await employmentOf(db, personId);
  return {
    givenName: person.givenName,
    familyName: person.familyName,
    jobTitle: person.jobTitle ?? "",
    nation: person.nation ?? "",
    region: person.region ?? "",
    employerName: employment?.employerName ?? "",
    employerKind: employment?.kind ?? "",
  };
}

/** Saves what differs. A new employer ends the employment before it; sent twice, the second changes nothing. */
export function changeContactDetails(
  db: Db,
  personId: string,
  details: ContactDetails,
  actorId: string,
  now: Temporal.Instant,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const before = await contactDetailsOf(trx, personId);
    const changes = differences(before, details);
    if (Object.keys(changes).length === 0) return;
    const { employerName: _name, employerKind: _kind, ...ofPerson } = details;
    await updatePerson(trx, personId, ofPerson);
    if (changes.employerName || changes.employerKind)
      await changeEmployment(trx, personId, details, now);
    await record(
      trx,
      {
        actorId,
        act: "accounts.contactDetailsChanged",
        subject: { kind: "person", id: personId },
        personId,
        changes,
      },
      now,
    );
  });
}

function differences(before: ContactDetails, after: ContactDetails) {
  const names = [...OF_PERSON, "employerName", "employerKind"] as const;
  const changed = names.filter((name) => before[name] !== after[name]);
  return Object.fromEntries(
    changed.map((name) => [name, { before: before[name], after: after[name] }]),
  );
}

async function changeEmployment(
  trx: Trx,
  personId: string,
  { employerName, employerKind }: ContactDetails,
  now: Temporal.Instant,
): Promise<void> {
  const today = civilDateOf(now);
  const current = await employmentOf(trx, personId);
  if (current) await endEmployment(trx, current.id, today);
  if (employerName || employerKind)
    await insertEmployment(trx, {
      id: newId(),
      personId,
      organisationId: null,
      employerName,
      kind: employerKind || "other",
      fromOn: today,
      toOn: null,
    });
}
