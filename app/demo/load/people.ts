import { Temporal } from "temporal-polyfill";
import { emailKeyOf } from "~/accounts/email-key";
import { insertPerson, putAccount } from "~/accounts/queries/people";
import { insertEmployment } from "~/accounts/queries/profile";
import { addDays, type CivilDate, startOfDay } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import { insertApplication, insertDecision } from "~/membership/queries/applications";
import type { Trx } from "~/schema";
import type { Plan } from "./plans";

/** Something that happened on a day, late in the morning. */
export const lateMorning = (date: CivilDate): Temporal.Instant =>
  startOfDay(date).add(Temporal.Duration.from({ hours: 11, minutes: 20 }));

export type Identity = Pick<
  Plan,
  "givenName" | "familyName" | "email" | "place" | "employer" | "jobTitle"
>;

/** A person with a job and an account; without a password nobody signs in as them. */
export async function addPerson(
  trx: Trx,
  { givenName, familyName, email, place, employer, jobTitle }: Identity,
  { since, passwordHash = null }: { since: CivilDate; passwordHash?: string | null },
): Promise<string> {
  const id = newId();
  const at = lateMorning(since).toString();
  await insertPerson(trx, {
    id,
    givenName,
    familyName,
    email,
    emailKey: emailKeyOf(email),
    emailVerifiedAt: at,
    backupEmail: null,
    backupEmailKey: null,
    backupEmailConfirmedAt: null,
    nation: place.nation,
    region: place.region,
    jobTitle,
    diedOn: null,
    erasedAt: null,
    mergedInto: null,
    createdAt: at,
  });
  await insertEmployment(trx, {
    id: newId(),
    personId: id,
    organisationId: null,
    employerName: employer.name,
    kind: employer.kind,
    fromOn: since,
    toOn: null,
  });
  if (passwordHash) await putAccount(trx, id, passwordHash, at);
  return id;
}

export interface PastApplication {
  personId: string;
  gradeId: string;
  priceId: string;
  submittedOn: CivilDate;
  answers: Record<string, string>;
}

/** An application as it was made and approved, the day before the person joined. */
export async function addApprovedApplication(trx: Trx, given: PastApplication): Promise<string> {
  const id = newId();
  const at = lateMorning(given.submittedOn).toString();
  await insertApplication(trx, {
    id,
    personId: given.personId,
    answers: JSON.stringify(given.answers),
    gradeId: given.gradeId,
    priceId: given.priceId,
    evidenceFileId: null,
    startedAt: at,
    savedAt: at,
    submittedAt: at,
    remindedAt: null,
    expiresOn: addDays(given.submittedOn, 60),
    state: "approved",
    stateSince: at,
  });
  await insertDecision(trx, {
    id: newId(),
    applicationId: id,
    kind: "approve",
    reason: "",
    by: null,
    at,
  });
  return id;
}

/** What an applicant answered, from who they are. */
export const answersOf = (
  person: Identity,
  { gradeId, interval }: { gradeId: string; interval: string },
): Record<string, string> => ({
  givenName: person.givenName,
  familyName: person.familyName,
  nation: person.place.nation,
  region: person.place.region,
  jobTitle: person.jobTitle,
  employerKind: person.employer.kind,
  employerName: person.employer.name,
  gradeId,
  interval,
  codeOfPractice: "on",
  privacyNotice: "on",
  dutyToPay: "on",
  startAtOnce: "on",
});
