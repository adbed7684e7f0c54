import type Stripe from "stripe";
import { wholeList } from "../http/lists";
import { mergedMetadata } from "../http/metadata";
import { missing, refuse, unsupported } from "../http/problem";
import { priceFor } from "../resources/prices";
import { ownMethod, trialEndOf } from "../resources/subscriptions";
import { idOf } from "../store/indexes";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { newItem, planOf, rhythmOf } from "./items";
import { beginPeriod, bill } from "./renew";

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
    params.billing_cycle_anchor === "now" || (isRepriced && rhythmKey(before) !== rhythmKey(after));
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

function ending(
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
function planEnd(world: World, subscription: Stripe.Subscription): void {
  if (subscription.cancel_at !== null && !subscription.cancel_at_period_end)
    world.agenda.plan("endSubscription", subscription.id, subscription.cancel_at);
  else world.agenda.cancel("endSubscription", subscription.id);
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

function changedItems(
  world: World,
  before: Stripe.Subscription,
  given: Stripe.SubscriptionUpdateParams.Item[],
): Stripe.SubscriptionItem[] {
  const [first] = before.items.data;
  const period = {
    start: first?.current_period_start ?? world.now(),
    end: first?.current_period_end ?? world.now(),
  };
  let items = before.items.data;
  for (const [index, change] of given.entries()) {
    const old = items.find((item) => item.id === change.id);
    if (change.id && !old) throw missing("subscription_item", change.id, `items[${index}][id]`);
    const price =
      change.price || change.price_data ? priceFor(world, change, `items[${index}]`) : old?.price;
    if (!price)
      throw refuse(
        `Missing required param: items[${index}][price].`,
        `items[${index}][price]`,
        "parameter_missing",
      );
    const quantity = change.quantity ?? old?.quantity ?? 1;
    if (!old) items = [...items, newItem(world, before.id, { price, quantity }, period)];
    else if (change.deleted) items = items.filter((item) => item !== old);
    else if (price.id !== old.price.id || quantity !== old.quantity)
      items = items.map((item) =>
        item === old ? { ...old, price, plan: planOf(price), quantity } : item,
      );
  }
  if (items.length === 0)
    throw refuse("A subscription must have at least one active plan.", "items");
  rhythmOf(items.map((item) => item.price));
  return items;
}

function rhythmKey(subscription: Stripe.Subscription): string {
  const rhythm = subscription.items.data[0]?.price.recurring;
  return `${rhythm?.interval_count} ${rhythm?.interval}`;
}

const replaced = (before: Stripe.Subscription, patch: Partial<Stripe.Subscription>) =>
  Object.fromEntries(Object.entries(before).filter(([name]) => name in patch));
