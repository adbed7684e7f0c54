import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import type { Pence } from "~/lib/money";
import { ok } from "~/lib/result";
import type { Trx } from "~/schema";
import type { World } from "~/world";
import { tellOfRefund } from "../notices";
import { refundById, updateRefund } from "../queries/refunds";
import { oneAtATime } from "../sync/one-at-a-time";
import { followRefund } from "../sync/write-refunds";

/** Tells Stripe of one refund. Asked again after a crash it finds the one that it made, however long ago. */
export async function refund(
  world: World,
  { refundId }: { refundId: string },
  now: Temporal.Instant,
): Promise<void> {
  const row = await refundById(world.db, refundId);
  if (row) await oneAtATime(world.db, row.payerId, () => refundOnce(world, refundId, now));
}

async function refundOnce({ db, stripe }: World, refundId: string, now: Temporal.Instant) {
  const row = await refundById(db, refundId);
  if (row?.state !== "requested" || !row.stripePaymentIntentId) return;
  const { payerId, pence, stripePaymentIntentId: intentId } = row;
  // Stripe forgets an idempotency key after a day; the reference in the metadata it keeps.
  const made = (await stripe.refundsOf(intentId)).find((one) => one.refundId === refundId);
  const answer = made ? ok(made) : await stripe.refund({ refundId, intentId, pence });
  await db.transaction().execute(async (trx) => {
    if (answer.ok) await followRefund({ trx, payerId, now, differed: () => {} }, row, answer.value);
    else await failRefund(trx, row, answer.error.words, now);
  });
}

/** Stripe would not: the payer still waits, so the treasurers hear of it. */
async function failRefund(
  trx: Trx,
  { id, personId, pence }: { id: string; personId: string | null; pence: Pence },
  failure: string,
  now: Temporal.Instant,
): Promise<void> {
  await updateRefund(trx, id, { state: "failed", failure, finishedAt: now.toString() });
  const subject = { kind: "refund", id };
  await record(trx, { actorId: null, act: "billing.refundFailed", subject, personId }, now);
  await tellOfRefund({ trx, now }, { id, state: "failed", pence });
}
