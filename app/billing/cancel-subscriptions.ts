import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { enqueue } from "~/jobs/enqueue";
import { newId } from "~/lib/id";
import type { Trx } from "~/schema";
import { askingSubscriptionsFor, insertCancellation } from "./queries/refunds";
import type { Subject } from "./subjects";

/**
 * Ends every subscription that still asks for money for a subject: first the rows, then the jobs that void what is open and tell Stripe.
 * A debit already under way cannot be called off; when it lands it still settles its line.
 */
export async function cancelSubscriptionsOf(
  trx: Trx,
  subject: Subject,
  reason: string,
  by: string | null,
  now: Temporal.Instant,
): Promise<void> {
  for (const { stripeId } of await askingSubscriptionsFor(trx, subject))
    await cancelSubscription(trx, { subscriptionId: stripeId, reason, by }, now);
}

export async function cancelSubscription(
  trx: Trx,
  { subscriptionId, reason, by }: { subscriptionId: string; reason: string; by: string | null },
  now: Temporal.Instant,
): Promise<void> {
  const id = newId();
  const isNew = await insertCancellation(trx, {
    id,
    stripeSubscriptionId: subscriptionId,
    reason,
    by,
    state: "requested",
    requestedAt: now.toString(),
    doneAt: null,
  });
  if (!isNew) return;
  await record(
    trx,
    {
      actorId: by,
      act: "billing.subscriptionCancelled",
      subject: { kind: "subscription", id: subscriptionId },
      reason,
    },
    now,
  );
  await enqueue(trx, "billing.cancelSubscription", { cancellationId: id }, now, {
    uniqueKey: `billing.cancelSubscription ${id}`,
  });
}
