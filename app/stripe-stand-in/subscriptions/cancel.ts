import type Stripe from "stripe";
import { refuse } from "../http/problem";
import { emit } from "../webhooks/events";
import type { World } from "../world";

export type EndReason = "cancellation_requested" | "payment_failed";

/** Ends a subscription at once, as the API's cancel does. */
export function cancelNow(
  world: World,
  id: string,
  params: Stripe.SubscriptionCancelParams,
): Stripe.Subscription {
  const subscription = world.store.need("subscription", id);
  if (subscription.ended_at)
    throw refuse(`No such subscription: '${id}'`, "id", "resource_missing");
  const { comment, feedback } = params.cancellation_details ?? {};
  return endSubscription(world, id, "cancellation_requested", {
    comment: comment || null,
    feedback: feedback || null,
  });
}

/** Stripe stops collecting what is open, but leaves it open. */
export function endSubscription(
  world: World,
  id: string,
  reason: EndReason,
  words: {
    comment: string | null;
    feedback: Stripe.Subscription.CancellationDetails.Feedback | null;
  } = { comment: null, feedback: null },
): Stripe.Subscription {
  const before = world.store.need("subscription", id);
  world.agenda.cancel("renewSubscription", id);
  world.agenda.cancel("endSubscription", id);
  world.agenda.cancel("expireIncomplete", id);
  for (const invoice of world.store.where("invoice", "subscription", id))
    stopCollecting(world, invoice);
  const ended = world.store.change("subscription", id, {
    status: before.status === "incomplete" ? "incomplete_expired" : "canceled",
    canceled_at: before.canceled_at ?? world.now(),
    ended_at: world.now(),
    cancel_at_period_end: false,
    cancellation_details: { ...words, feedback_option: null, reason },
  });
  emit(world, "customer.subscription.deleted", ended);
  return ended;
}

function stopCollecting(world: World, invoice: Stripe.Invoice): void {
  if (invoice.status !== "open" && invoice.status !== "draft") return;
  world.agenda.cancel("collectInvoice", invoice.id);
  world.agenda.cancel("finaliseInvoice", invoice.id);
  world.store.change("invoice", invoice.id, {
    auto_advance: false,
    next_payment_attempt: null,
    automatically_finalizes_at: null,
  });
}
