import type Stripe from "stripe";
import { HOUR, type Interval, nextPeriodEnd } from "../clockwork/calendar";
import { wholeList } from "../http/lists";
import { refuse, unsupported } from "../http/problem";
import { attemptPayment } from "../invoices/collection";
import { draftInvoice } from "../invoices/draft";
import { finalise } from "../invoices/finalise";
import { itemLine, lineOfItem } from "../invoices/lines";
import { tieItems } from "../invoices/pending";
import { newStripeId } from "../store/ids";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { type ItemPlan, newItem, type Period, rhythmOf } from "./items";
import { moveTo, type SubscriptionStatus } from "./standing";

export interface SubscriptionPlan {
  customer: string;
  items: ItemPlan[];
  extras?: Stripe.InvoiceItem[];
  collectionMethod?: "charge_automatically" | "send_invoice";
  daysUntilDue?: number | null;
  paymentMethod?: string | null;
  metadata?: Stripe.Metadata;
  description?: string | null;
  trialEnd?: number;
  anchor?: number;
  isProrated?: boolean;
  /** How the first invoice is paid: charged now, left for the browser, or by an intent that was confirmed already. */
  first: { how: "charge" | "wait" } | { how: "intent"; intent: string };
}

/** Stripe gives up an incomplete subscription after 23 hours. */
const INCOMPLETE_FOR = 23 * HOUR;

export function subscribe(world: World, plan: SubscriptionPlan): Stripe.Subscription {
  const isSent = plan.collectionMethod === "send_invoice";
  if (isSent && !plan.daysUntilDue)
    throw refuse(
      "If `collection_method` is `send_invoice`, you must set `days_until_due`.",
      "days_until_due",
      "parameter_missing",
    );
  if (plan.anchor !== undefined && plan.anchor > world.now() && plan.isProrated)
    throw unsupported(
      "The stand-in does not prorate: pass proration_behavior=none with billing_cycle_anchor.",
      "proration_behavior",
    );
  const subscription = world.store.put("subscription", blankSubscription(world, plan));
  emit(world, "customer.subscription.created", subscription);
  const end = subscription.items.data[0]?.current_period_end ?? world.now();
  world.agenda.plan("renewSubscription", subscription.id, end);
  if (plan.anchor === undefined || plan.anchor <= world.now()) billFirst(world, subscription, plan);
  return world.store.need("subscription", subscription.id);
}

function billFirst(world: World, subscription: Stripe.Subscription, plan: SubscriptionPlan): void {
  const isSent = plan.collectionMethod === "send_invoice";
  const lines = [
    ...subscription.items.data.map((item) =>
      itemLine(world, subscription, item, plan.trialEnd !== undefined),
    ),
    ...(plan.extras ?? []).map(lineOfItem),
  ];
  const invoice = draftInvoice(world, {
    customer: world.store.need("customer", plan.customer),
    subscription,
    reason: "subscription_create",
    lines,
    collectionMethod: plan.collectionMethod ?? "charge_automatically",
    period: { start: world.now(), end: world.now() },
    advances: isSent,
    details: { auto_advance: true },
  });
  tieItems(world, plan.extras ?? [], invoice.id);
  world.store.change("subscription", subscription.id, { latest_invoice: invoice.id });
  if (isSent) return;
  const intent = plan.first.how === "intent" ? plan.first.intent : undefined;
  const open = finalise(world, invoice.id, intent);
  if (open.status === "paid" || plan.first.how === "intent") return;
  if (plan.first.how === "charge") attemptPayment(world, invoice.id, { isOnSession: true });
  settleFirst(world, subscription.id, invoice.id);
}

/** A first payment under way makes the subscription active; a failed one leaves it incomplete for 23 hours. */
export function settleFirst(world: World, id: string, invoice: string): void {
  if (world.store.need("subscription", id).status !== "incomplete") return;
  const intents = world.store
    .where("invoice_payment", "invoice", invoice)
    .map((payment) => payment.payment.payment_intent);
  const isProcessing = intents.some(
    (intent) =>
      typeof intent === "string" &&
      world.store.get("payment_intent", intent)?.status === "processing",
  );
  if (isProcessing) moveTo(world, id, "active");
  else world.agenda.plan("expireIncomplete", id, world.now() + INCOMPLETE_FOR);
}

function firstPeriod(
  world: World,
  plan: SubscriptionPlan,
  rhythm: Stripe.Price.Recurring,
): { period: Period; anchor: number } {
  const start = world.now();
  const anchor = plan.trialEnd ?? plan.anchor ?? start;
  const end = nextPeriodEnd(anchor, rhythm.interval as Interval, rhythm.interval_count, start);
  return { period: { start, end }, anchor };
}

function firstStatus(world: World, plan: SubscriptionPlan): SubscriptionStatus {
  if (plan.trialEnd !== undefined) return "trialing";
  if (plan.collectionMethod === "send_invoice") return "active";
  return plan.anchor !== undefined && plan.anchor > world.now() ? "active" : "incomplete";
}

function blankSubscription(world: World, plan: SubscriptionPlan): Stripe.Subscription {
  const id = newStripeId("subscription");
  const { period, anchor } = firstPeriod(
    world,
    plan,
    rhythmOf(plan.items.map((item) => item.price)),
  );
  return {
    id,
    object: "subscription",
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: anchor,
    billing_cycle_anchor_config: null,
    billing_mode: { flexible: { proration_discounts: "included" }, type: "flexible" },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: plan.collectionMethod ?? "charge_automatically",
    created: world.now(),
    currency: plan.items[0]?.price.currency ?? "gbp",
    customer: plan.customer,
    customer_account: null,
    days_until_due: plan.daysUntilDue ?? null,
    default_payment_method: plan.paymentMethod ?? null,
    default_source: null,
    default_tax_rates: [],
    description: plan.description ?? null,
    discounts: [],
    ended_at: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: "self" },
    },
    items: wholeList(
      plan.items.map((item) => newItem(world, id, item, period)),
      `/v1/subscription_items?subscription=${id}`,
    ),
    latest_invoice: null,
    livemode: false,
    managed_payments: null,
    metadata: plan.metadata ?? {},
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: "off",
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: world.now(),
    status: firstStatus(world, plan),
    test_clock: null,
    transfer_data: null,
    trial_end: plan.trialEnd ?? null,
    trial_settings: { end_behavior: { missing_payment_method: "create_invoice" } },
    trial_start: plan.trialEnd === undefined ? null : world.now(),
  };
}
