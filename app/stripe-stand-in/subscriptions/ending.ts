import type Stripe from "stripe";
import { refuse, unsupported } from "../http/problem";
import type { World } from "../world";

/** What an update says about the end: at the period's end, at a time, or not any more. */
export function ending(
  world: World,
  before: Stripe.Subscription,
  params: Stripe.SubscriptionUpdateParams,
): Partial<Stripe.Subscription> {
  const { cancel_at: at, cancel_at_period_end: atEnd, cancellation_details: details } = params;
  if (atEnd && at)
    throw refuse(
      "You may only specify one of these parameters: cancel_at, cancel_at_period_end.",
      "cancel_at",
    );
  if (typeof at === "number" && at <= world.now())
    throw refuse("`cancel_at` must be in the future.", "cancel_at");
  if (typeof at === "string" && at !== "")
    throw unsupported("The stand-in takes a timestamp for cancel_at.", "cancel_at");
  const old = before.cancellation_details;
  const words = {
    comment: details?.comment || null,
    feedback: details?.feedback || null,
    feedback_option: null,
  };
  if (atEnd || typeof at === "number")
    return {
      cancel_at_period_end: atEnd ?? false,
      cancel_at: typeof at === "number" ? at : (before.items.data[0]?.current_period_end ?? null),
      canceled_at: before.canceled_at ?? world.now(),
      cancellation_details: { ...words, reason: "cancellation_requested" },
    };
  if (atEnd === false || at === "")
    return {
      cancel_at_period_end: false,
      cancel_at: null,
      canceled_at: null,
      cancellation_details: { ...words, reason: null },
    };
  return details ? { cancellation_details: { ...words, reason: old?.reason ?? null } } : {};
}

/** An end between two periods is a task of its own; one at a period's end happens at renewal. */
export function planEnd(world: World, subscription: Stripe.Subscription): void {
  if (subscription.cancel_at !== null && !subscription.cancel_at_period_end)
    world.agenda.plan("endSubscription", subscription.id, subscription.cancel_at);
  else world.agenda.cancel("endSubscription", subscription.id);
}
