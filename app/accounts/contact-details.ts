import type { Temporal } from "temporal-polyfill";
import type { Db } from "~/schema";
import { updateProfile } from "./profile";
import { currentEmployment, profileOf } from "./queries/profile";

/** What the form of a person's own page holds: texts, empty where nothing is said. */
export interface ContactDetails {
  givenName: string;
  familyName: string;
  jobTitle: string;
  nation: string;
  region: string;
  employerName: string;
  employerKind: string;
}

/** What the person's page and form start from. */
export async function contactDetailsOf(db: Db, personId: string): Promise<ContactDetails> {
  const person = await profileOf(db, personId);
  const employment = await currentEmployment(db, personId);
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

/** Saves what differs of a person's own details. */
export function changeContactDetails(
  db: Db,
  personId: string,
  { employerName, employerKind, ...profile }: ContactDetails,
  now: Temporal.Instant,
): Promise<void> {
  const isEmployed = employerName !== "" || employerKind !== "";
  const employer = isEmployed ? { name: employerName, kind: employerKind || "other" } : null;
  return db
    .transaction()
    .execute((trx) => updateProfile(trx, personId, { ...profile, employer }, now));
}
