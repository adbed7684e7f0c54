import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
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
  const { db, stripe } = world;
  const row = await refundById(db, refundId);
  if (row?.state !== "requested" || !row.stripePaymentIntentId) return;
  const intentId = row.stripePaymentIntentId;
  const { payerId, pence } = row;
  await oneAtATime(db, payerId, async () => {
    // Stripe forgets an idempotency key after a day; the reference in the metadata it keeps.
    const made = (await stripe.refundsOf(intentId)).find((one) => one.refundId === refundId);
    const asked = made ? null : await stripe.refund({ refundId, intentId, pence });
    const answer = made ?? (asked?.ok ? asked.value : undefined);
    await db.transaction().execute(async (trx) => {
      if (answer) await followRefund({ trx, payerId, now, differed: () => {} }, row, answer);
      else if (asked && !asked.ok) {
        const failure = asked.error.words;
        const finishedAt = now.toString();
        await updateRefund(trx, refundId, { state: "failed", failure, finishedAt });
        const subject = { kind: "refund", id: refundId };
        const { personId } = row;
        await record(trx, { actorId: null, act: "billing.refundFailed", subject, personId }, now);
        await tellOfRefund({ trx, now }, { id: refundId, state: "failed", pence });
      }
    });
  });
}
