import type Stripe from "stripe";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { endSubscription } from "./cancel";

export type SubscriptionStatus =
  | "incomplete"
  | "incomplete_expired"
  | "trialing"
  | "active"
  | "past_due"
  | "unpaid"
  | "canceled";

/** Moves a subscription to a status and tells so. */
export function moveTo(
  world: World,
  id: string,
  status: SubscriptionStatus,
  patch: Partial<Stripe.Subscription> = {},
): Stripe.Subscription {
  const before = world.store.need("subscription", id);
  if (before.status === status) return before;
  const after = world.store.change("subscription", id, { status, ...patch });
  emit(world, "customer.subscription.updated", after, { status: before.status });
  return after;
}

/** Money arrived: an incomplete, late or unpaid subscription is active again once no other invoice waits. */
export function subscriptionPaid(world: World, id: string): void {
  const status = world.store.need("subscription", id).status as SubscriptionStatus;
  if (status === "incomplete") world.agenda.cancel("expireIncomplete", id);
  const isLate = status === "past_due" || status === "unpaid";
  if (status === "incomplete" || (isLate && !owes(world, id))) moveTo(world, id, "active");
}

/** Money failed: an active subscription is late; an incomplete one stays so. */
export function subscriptionUnpaid(world: World, id: string): void {
  const status = world.store.need("subscription", id).status as SubscriptionStatus;
  if (status === "active" || status === "trialing") moveTo(world, id, "past_due");
}

/** Every retry failed: what the dashboard's setting says. */
export function giveUp(world: World, id: string, invoice: Stripe.Invoice): void {
  const { status } = world.store.need("subscription", id);
  if (status !== "past_due" || !invoice.auto_advance) return;
  const choice = world.options.afterRetries ?? "cancel";
  if (choice === "cancel") endSubscription(world, id, "payment_failed");
  if (choice === "unpaid") moveTo(world, id, "unpaid");
}

function owes(world: World, id: string): boolean {
  return world.store
    .where("invoice", "subscription", id)
    .some((invoice) => invoice.status === "open" && invoice.attempted);
}
