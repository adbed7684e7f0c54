import type Stripe from "stripe";
import { type Interval, nextPeriodEnd } from "../clockwork/calendar";
import { wholeList } from "../http/lists";
import { newStripeId } from "../store/ids";
import type { World } from "../world";
import type { SubscriptionPlan } from "./create";
import { newItem, type Period, rhythmOf } from "./items";
import type { SubscriptionStatus } from "./standing";

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

export function blankSubscription(world: World, plan: SubscriptionPlan): Stripe.Subscription {
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
    trial_settings: {
      end_behavior: { billing_cycle_anchor: null, missing_payment_method: "create_invoice" },
    },
    trial_start: plan.trialEnd === undefined ? null : world.now(),
  };
}
