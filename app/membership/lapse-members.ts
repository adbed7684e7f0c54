import { setImmediate as otherRequests } from "node:timers/promises";
import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { addDays, civilDateOf } from "~/lib/civil-date";
import { sendLater } from "~/mail/send-later";
import type { Trx } from "~/schema";
import type { World } from "~/world";
import { insertLapse, membersDueToLapse } from "./queries/lapses";
import { stopPayments } from "./stop-payments";

const AT_ONCE = 50;
/** Older ends come from an import: they are no news to anybody. */
const TOLD_WITHIN_DAYS = 45;

type Due = Awaited<ReturnType<typeof membersDueToLapse>>[number];

/**
 * Does what follows from a lapse; the standing itself is computed and waits for no job.
 * Payments are stopped first, so that nobody is charged for a membership that is told to be over.
 */
export async function lapseMembers(
  { db }: World,
  _payload: null,
  now: Temporal.Instant,
): Promise<void> {
  const today = civilDateOf(now);
  let due = await membersDueToLapse(db, today, AT_ONCE);
  while (due.length > 0) {
    const some = due;
    await db.transaction().execute(async (trx) => {
      for (const member of some) await lapse(trx, member, now);
    });
    await otherRequests();
    due = await membersDueToLapse(db, today, AT_ONCE);
  }
}

async function lapse(trx: Trx, member: Due, now: Temporal.Instant): Promise<void> {
  const { personId, membershipId, coveredUntil, graceUntil } = member;
  if (coveredUntil === null || graceUntil === null) return;
  await stopPayments(trx, personId, { reason: "The membership has lapsed", by: null }, now);
  await insertLapse(trx, { membershipId, coveredUntil, noticedAt: now.toString() });
  if (graceUntil < addDays(civilDateOf(now), -TOLD_WITHIN_DAYS)) return;
  const subject = { kind: "membership", id: membershipId };
  await record(trx, { actorId: null, act: "membership.lapsed", subject, personId }, now);
  await sendLater(trx, "membership.lapsed", { personId }, { coveredUntil }, now);
}
