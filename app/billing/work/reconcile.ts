import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { enqueue } from "~/jobs/enqueue";
import { addDays, civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import type { World } from "~/world";
import { parkedObjectsSince } from "../queries/events";
import {
  addPayersChecked,
  finishReconciliation,
  insertFindings,
  insertReconciliation,
  openPayersAfter,
  requestedCancellations,
  requestedRefunds,
} from "../queries/reconciliation";
import { syncPayer } from "../sync/sync-payer";
import { queueSync } from "./sync";

/** A job must end long before its lock does. */
const PAYERS_A_JOB = 25;
const PARKED_DAYS = 30;
const PAID_SINCE_DAYS = 7;

/** Every night: takes up again what was given up, and compares all open payers with Stripe, as webhooks get lost. */
export async function reconcile(world: World, _: null, now: Temporal.Instant): Promise<void> {
  const since = now.subtract({ hours: PARKED_DAYS * 24 }).toString();
  await world.db.transaction().execute(async (trx) => {
    for (const parked of await parkedObjectsSince(trx, since)) await queueSync(trx, parked, now);
    for (const { id: refundId } of await requestedRefunds(trx))
      await enqueue(trx, "billing.refund", { refundId }, now, {
        uniqueKey: `billing.refund ${refundId}`,
      });
    for (const { id: cancellationId } of await requestedCancellations(trx))
      await enqueue(trx, "billing.cancelSubscription", { cancellationId }, now, {
        uniqueKey: `billing.cancelSubscription ${cancellationId}`,
      });
    const reconciliationId = newId();
    await insertReconciliation(trx, reconciliationId, now.toString());
    await enqueue(trx, "billing.reconcilePayers", { reconciliationId, after: "" }, now);
  });
}

/** Compares some payers, notes what differed, and queues the next ones. */
export async function reconcilePayers(
  world: World,
  { reconciliationId, after }: { reconciliationId: string; after: string },
  now: Temporal.Instant,
): Promise<void> {
  const paidSince = addDays(civilDateOf(now), -PAID_SINCE_DAYS);
  const payerIds = await openPayersAfter(world.db, {
    after,
    now: now.toString(),
    paidSince,
    most: PAYERS_A_JOB,
  });
  for (const payerId of payerIds) {
    const differences = await syncPayer(world, payerId, now);
    if (differences.length > 0) await note(world, { reconciliationId, payerId, differences }, now);
  }
  const last = payerIds.at(-1);
  await world.db.transaction().execute(async (trx) => {
    await addPayersChecked(trx, reconciliationId, payerIds.length);
    if (last && payerIds.length === PAYERS_A_JOB)
      await enqueue(trx, "billing.reconcilePayers", { reconciliationId, after: last }, now);
    else await finishReconciliation(trx, reconciliationId, now.toString());
  });
}

async function note(
  { db }: World,
  given: { reconciliationId: string; payerId: string; differences: string[] },
  now: Temporal.Instant,
): Promise<void> {
  const { reconciliationId, payerId, differences } = given;
  const words = differences.join(". ");
  await db.transaction().execute(async (trx) => {
    const foundAt = now.toString();
    await insertFindings(trx, [{ id: newId(), reconciliationId, payerId, words, foundAt }]);
    await record(
      trx,
      {
        actorId: null,
        act: "billing.reconciliationDiffered",
        subject: { kind: "payer", id: payerId },
        reason: words,
      },
      now,
    );
  });
}
