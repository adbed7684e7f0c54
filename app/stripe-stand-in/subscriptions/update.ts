import type Stripe from "stripe";
import { wholeList } from "../http/lists";
import { mergedMetadata } from "../http/metadata";
import { refuse, unsupported } from "../http/problem";
import { idOf } from "../store/indexes";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { changedItems } from "./changed-items";
import { ending, planEnd } from "./ending";
import { beginPeriod, bill } from "./renew";
import { ownMethod, trialEndOf } from "./terms";

export function updateSubscription(
  world: World,
  params: Stripe.SubscriptionUpdateParams,
  id: string,
): Stripe.Subscription {
  const before = world.store.need("subscription", id);
  if (before.ended_at)
    throw refuse(
      "A canceled subscription can only update its cancellation_details and metadata.",
      undefined,
      "resource_missing",
    );
  ownMethod(world, params.default_payment_method, idOf(before.customer) ?? "");
  const items = params.items ? changedItems(world, before, params.items) : before.items.data;
  const isRepriced = items !== before.items.data;
  if (isRepriced && (params.proration_behavior ?? "create_prorations") !== "none")
    throw unsupported(
      "The stand-in does not prorate: pass proration_behavior=none.",
      "proration_behavior",
    );
  const patch = {
    ...written(world, before, params),
    ...(isRepriced && { items: wholeList(items, before.items.url) }),
  };
  const after = world.store.change("subscription", id, patch);
  emit(world, "customer.subscription.updated", after, replaced(before, patch));
  planEnd(world, after);
  if (params.trial_end !== undefined) return retime(world, after, params);
  const isRestarted =
    params.billing_cycle_anchor?.type === "now" ||
    (isRepriced && rhythmKey(before) !== rhythmKey(after));
  if (!isRestarted) return after;
  const restarted = beginPeriod(
    world,
    { ...after, billing_cycle_anchor: world.now() },
    world.now(),
    after.status,
  );
  world.store.change("subscription", id, { billing_cycle_anchor: world.now() });
  bill(world, restarted, "subscription_update");
  return world.store.need("subscription", id);
}

function written(
  world: World,
  before: Stripe.Subscription,
  params: Stripe.SubscriptionUpdateParams,
): Partial<Stripe.Subscription> {
  const isSent = (params.collection_method ?? before.collection_method) === "send_invoice";
  if (isSent && !(params.days_until_due ?? before.days_until_due))
    throw refuse(
      "If `collection_method` is `send_invoice`, you must set `days_until_due`.",
      "days_until_due",
      "parameter_missing",
    );
  return {
    ...(params.metadata !== undefined && {
      metadata: mergedMetadata(before.metadata, params.metadata),
    }),
    ...(params.description !== undefined && { description: params.description || null }),
    ...(params.default_payment_method !== undefined && {
      default_payment_method: params.default_payment_method || null,
    }),
    ...(params.collection_method && { collection_method: params.collection_method }),
    ...(params.days_until_due !== undefined && { days_until_due: params.days_until_due }),
    ...ending(world, before, params),
  };
}

/** A trial put on a running subscription moves its next payment to the trial's end. */
function retime(
  world: World,
  before: Stripe.Subscription,
  params: Stripe.SubscriptionUpdateParams,
): Stripe.Subscription {
  const end = trialEndOf(world, { trial_end: params.trial_end }) ?? world.now();
  if (end > world.now() && params.proration_behavior !== "none")
    throw unsupported(
      "The stand-in does not prorate: pass proration_behavior=none with trial_end.",
      "proration_behavior",
    );
  const items = before.items.data.map((item) => ({
    ...item,
    current_period_start: world.now(),
    current_period_end: end,
  }));
  const after = world.store.change("subscription", before.id, {
    status: "trialing",
    billing_cycle_anchor: end,
    trial_start: world.now(),
    trial_end: end,
    items: wholeList(items, before.items.url),
  });
  world.agenda.plan("renewSubscription", before.id, end);
  emit(world, "customer.subscription.updated", after, {
    trial_end: before.trial_end,
    status: before.status,
  });
  return after;
}

function rhythmKey(subscription: Stripe.Subscription): string {
  const rhythm = subscription.items.data[0]?.price.recurring;
  return `${rhythm?.interval_count} ${rhythm?.interval}`;
}

const replaced = (before: Stripe.Subscription, patch: Partial<Stripe.Subscription>) =>
  Object.fromEntries(Object.entries(before).filter(([name]) => name in patch));
