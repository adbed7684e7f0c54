import { setImmediate as otherRequests } from "node:timers/promises";
import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { addDays, civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import { sendLater } from "~/mail/send-later";
import { associationSettings } from "~/office/settings";
import type { Trx } from "~/schema";
import type { World } from "~/world";
import { insertDecision, stalledApplications, updateApplication } from "../queries/applications";
import { rewriteState } from "./application";
import { removeEvidence } from "./evidence";

type Stalled = Awaited<ReturnType<typeof stalledApplications>>[number];
type StalledState = "draft" | "moreWanted" | "approved";

/** Each chunk is a transaction of its own, so that a long list holds up nobody. */
const CHUNK = 100;

/** Reminds applicants once, some days before an application that waits for them ends. */
export async function remindStalledApplications(
  world: World,
  _none: null,
  now: Temporal.Instant,
): Promise<void> {
  const { applicationReminderDays } = await associationSettings(world.db);
  const endBy = addDays(civilDateOf(now), applicationReminderDays);
  await forEachStalled(world, { endBy, onlyUnreminded: true }, async (trx, application) => {
    await updateApplication(trx, application.id, { remindedAt: now.toString() });
    const { personId, expiresOn: endsOn } = application;
    const details = { waitsFor: stateOf(application), endsOn };
    await sendLater(trx, "membership.applicationStalled", { personId }, details, now);
  });
}

/** Ends applications whose last day is past, and takes away what was filled in. */
export async function endStalledApplications(
  world: World,
  _none: null,
  now: Temporal.Instant,
): Promise<void> {
  const endBy = addDays(civilDateOf(now), -1);
  await forEachStalled(world, { endBy, onlyUnreminded: false }, (trx, application) =>
    endApplication(trx, application, now),
  );
}

async function endApplication(
  trx: Trx,
  application: Stalled,
  now: Temporal.Instant,
): Promise<void> {
  const { id, personId } = application;
  const decision = { id: newId(), applicationId: id, kind: "expire" as const, reason: "" };
  await insertDecision(trx, { ...decision, by: null, at: now.toString() });
  // what was said in an application that was sent stands in the person's own record already
  await updateApplication(trx, id, { answers: "{}" });
  await removeEvidence(trx, id, now);
  await rewriteState(trx, id);
  const subject = { kind: "application", id };
  await record(trx, { actorId: null, act: "membership.applicationEnded", subject, personId }, now);
  const details = { waitedFor: stateOf(application) };
  await sendLater(trx, "membership.applicationEnded", { personId }, details, now);
}

/** What an application waits for. A state that was never derived reads as unfinished. */
const stateOf = ({ state }: Stalled): StalledState =>
  state === "moreWanted" || state === "approved" ? state : "draft";

async function forEachStalled(
  { db }: World,
  which: { endBy: string; onlyUnreminded: boolean },
  work: (trx: Trx, application: Stalled) => Promise<void>,
): Promise<void> {
  let after = "";
  for (let isMore = true; isMore; ) {
    isMore = await db.transaction().execute(async (trx) => {
      const rows = await stalledApplications(trx, { ...which, after, most: CHUNK });
      for (const row of rows) await work(trx, row);
      after = rows.at(-1)?.id ?? after;
      return rows.length === CHUNK;
    });
    await otherRequests();
  }
}
