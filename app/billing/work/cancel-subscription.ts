import type { Temporal } from "temporal-polyfill";
import type { World } from "~/world";
import { cancellationById, setCancellationDone } from "../queries/refunds";
import { syncPayer } from "../sync/sync-payer";

/**
 * Voids what a subscription still asks for, then ends it: in this order, as Stripe leaves open invoices open.
 * What Stripe refuses has happened already, or is a debit under way: the sync shows which.
 */
export async function cancelAtStripe(
  world: World,
  { cancellationId }: { cancellationId: string },
  now: Temporal.Instant,
): Promise<void> {
  const { db, stripe } = world;
  const cancellation = await cancellationById(db, cancellationId);
  if (cancellation?.state !== "requested") return;
  const { stripeSubscriptionId, payerId } = cancellation;
  for (const invoiceId of await stripe.openInvoicesOf(stripeSubscriptionId))
    await stripe.voidInvoice(invoiceId);
  await stripe.cancelSubscription(stripeSubscriptionId);
  await db.transaction().execute((trx) => setCancellationDone(trx, cancellationId, now.toString()));
  await syncPayer(world, payerId, now);
}
