import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import type { Trx } from "~/schema";
import {
  currentEmployment,
  endEmployments,
  insertEmployment,
  profileOf,
  setProfile,
} from "./queries/profile";

export interface Profile {
  givenName: string;
  familyName: string;
  nation: string;
  region: string;
  jobTitle: string;
  /** Null where the person is not employed. */
  employer: { name: string; kind: string } | null;
}

/** Puts what a person says about themself on record, or what the office learned; a new employer ends the job before. */
export async function updateProfile(
  trx: Trx,
  personId: string,
  { employer, ...profile }: Profile,
  now: Temporal.Instant,
  by = personId,
): Promise<void> {
  const before = await profileOf(trx, personId);
  await setProfile(trx, personId, profile);
  const changed = (Object.keys(profile) as (keyof typeof profile)[]).filter(
    (field) => before[field] !== profile[field],
  );
  const changes = Object.fromEntries(
    changed.map((field) => [field, { before: before[field], after: profile[field] }]),
  );
  const isEmployerNew = await updateEmployer(trx, personId, employer, civilDateOf(now));
  if (isEmployerNew) Object.assign(changes, { employer: { after: employer?.name ?? null } });
  if (Object.keys(changes).length === 0) return;
  const subject = { kind: "person", id: personId };
  await record(
    trx,
    { actorId: by, act: "accounts.profileUpdated", subject, personId, changes },
    now,
  );
}

async function updateEmployer(
  trx: Trx,
  personId: string,
  employer: Profile["employer"],
  today: string,
): Promise<boolean> {
  const current = await currentEmployment(trx, personId);
  if (current?.employerName === employer?.name && current?.kind === employer?.kind) return false;
  await endEmployments(trx, personId, today);
  if (employer) {
    await insertEmployment(trx, {
      id: newId(),
      personId,
      organisationId: null,
      employerName: employer.name,
      kind: employer.kind,
      fromOn: today,
      toOn: null,
    });
  }
  return true;
}
