import type Stripe from "stripe";
import { type Interval, nextPeriodEnd } from "../clockwork/calendar";
import { wholeList } from "../http/lists";
import { attemptPayment } from "../invoices/collection";
import { draftInvoice, type InvoicePlan } from "../invoices/draft";
import { finalise } from "../invoices/finalise";
import { itemLine, lineOfItem } from "../invoices/lines";
import { pendingItems, tieItems } from "../invoices/pending";
import { idOf } from "../store/indexes";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { endSubscription } from "./cancel";
import { rhythmOf } from "./items";

/** A period is over: the subscription ends, or a new period begins and is invoiced. */
export function renew(world: World, id: string): void {
  const before = world.store.get("subscription", id);
  if (!before || before.ended_at) return;
  if (
    before.cancel_at_period_end ||
    (before.cancel_at !== null && before.cancel_at <= world.now())
  ) {
    endSubscription(world, id, "cancellation_requested");
    return;
  }
  const start = before.items.data[0]?.current_period_end ?? world.now();
  const after = beginPeriod(
    world,
    before,
    start,
    before.status === "trialing" ? "active" : before.status,
  );
  bill(world, after, "subscription_cycle");
}

/** Puts the subscription into the period that starts then; its anchor decides the end. */
export function beginPeriod(
  world: World,
  before: Stripe.Subscription,
  start: number,
  status: Stripe.Subscription.Status,
): Stripe.Subscription {
  const rhythm = rhythmOf(before.items.data.map((item) => item.price));
  const end = nextPeriodEnd(
    before.billing_cycle_anchor,
    rhythm.interval as Interval,
    rhythm.interval_count,
    start,
  );
  const items = before.items.data.map((item) => ({
    ...item,
    current_period_start: start,
    current_period_end: end,
  }));
  const after = world.store.change("subscription", before.id, {
    status,
    items: wholeList(items, before.items.url),
  });
  world.agenda.plan("renewSubscription", before.id, end);
  emit(world, "customer.subscription.updated", after, {
    items: before.items,
    ...(status !== before.status && { status: before.status }),
  });
  return after;
}

/** Invoices the period that runs; Stripe leaves a renewal's draft an hour, and bills a change at once. */
export function bill(
  world: World,
  subscription: Stripe.Subscription,
  reason: InvoicePlan["reason"],
): Stripe.Invoice {
  const customer = world.store.need("customer", idOf(subscription.customer));
  const { current_period_start: end = world.now() } = subscription.items.data[0] ?? {};
  const pending = pendingItems(world, customer.id);
  const isAtOnce = reason === "subscription_update";
  const isDead = subscription.status === "unpaid";
  const invoice = draftInvoice(world, {
    customer,
    subscription,
    reason,
    lines: [
      ...subscription.items.data.map((item) => itemLine(world, subscription, item, false)),
      ...pending.map(lineOfItem),
    ],
    collectionMethod: subscription.collection_method as InvoicePlan["collectionMethod"],
    period: { start: subscription.start_date, end },
    advances: !isAtOnce && !isDead,
    details: { auto_advance: !isDead },
  });
  tieItems(world, pending, invoice.id);
  world.store.change("subscription", subscription.id, { latest_invoice: invoice.id });
  if (
    isAtOnce &&
    finalise(world, invoice.id).status === "open" &&
    subscription.collection_method === "charge_automatically"
  )
    attemptPayment(world, invoice.id, { isOnSession: false });
  return world.store.need("invoice", invoice.id);
}
