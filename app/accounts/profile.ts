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

/**
 * Puts what a person says about themself on record, or what the office learned; a new employer ends the job before.
 * Sent twice, the second changes nothing.
 */
export async function updateProfile(
  trx: Trx,
  personId: string,
  { employer, ...profile }: Profile,
  now: Temporal.Instant,
  by = personId,
): Promise<void> {
  const person = await profileOf(trx, personId);
  const job = await currentEmployment(trx, personId);
  const changes = {
    ...differences(person, profile),
    ...differences(
      { employerName: job?.employerName, employerKind: job?.kind },
      { employerName: employer?.name, employerKind: employer?.kind },
    ),
  };
  if (Object.keys(changes).length === 0) return;
  await setProfile(trx, personId, profile);
  if ("employerName" in changes || "employerKind" in changes)
    await changeEmployer(trx, personId, employer, civilDateOf(now));
  const subject = { kind: "person", id: personId };
  const entry = { actorId: by, act: "accounts.profileUpdated", subject, personId, changes };
  await record(trx, entry, now);
}

type Texts = Record<string, string | null | undefined>;

/** An empty text says as little as none. */
const differences = (before: Texts, after: Texts) =>
  Object.fromEntries(
    Object.keys(after)
      .map((name) => [name, { before: before[name] ?? "", after: after[name] ?? "" }] as const)
      .filter(([, change]) => change.before !== change.after),
  );

async function changeEmployer(
  trx: Trx,
  personId: string,
  employer: Profile["employer"],
  today: string,
): Promise<void> {
  await endEmployments(trx, personId, today);
  if (!employer) return;
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
