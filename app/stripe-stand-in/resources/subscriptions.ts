import type Stripe from "stripe";
import { endpoint } from "../http/endpoint";
import { page } from "../http/lists";
import { mergedMetadata } from "../http/metadata";
import { refuse, unsupported } from "../http/problem";
import { cancelNow } from "../subscriptions/cancel";
import { subscribe } from "../subscriptions/create";
import { ownMethod, trialEndOf } from "../subscriptions/terms";
import { updateSubscription } from "../subscriptions/update";
import type { World } from "../world";
import { createItem } from "./invoice-items";
import { priceFor } from "./price-of-line";

const shared = [
  "billing_cycle_anchor",
  "cancel_at",
  "cancel_at_period_end",
  "collection_method",
  "days_until_due",
  "default_payment_method",
  "description",
  "items",
  "metadata",
  "off_session",
  "payment_behavior",
  "payment_settings.save_default_payment_method",
  "proration_behavior",
  "trial_end",
];

export const subscriptionEndpoints = [
  endpoint<Stripe.SubscriptionCreateParams>(
    "POST",
    "/subscriptions",
    "SubscriptionCreateParams",
    [...shared, "add_invoice_items", "currency", "customer", "trial_period_days"],
    create,
  ),
  endpoint<Stripe.SubscriptionListParams>(
    "GET",
    "/subscriptions",
    "SubscriptionListParams",
    ["collection_method", "created", "current_period_end", "customer", "price", "status"],
    list,
  ),
  endpoint("GET", "/subscriptions/:id", "SubscriptionRetrieveParams", [], (world, _params, id) =>
    world.store.need("subscription", id),
  ),
  endpoint<Stripe.SubscriptionUpdateParams>(
    "POST",
    "/subscriptions/:id",
    "SubscriptionUpdateParams",
    [...shared, "cancellation_details"],
    updateSubscription,
  ),
  endpoint<Stripe.SubscriptionCancelParams>(
    "DELETE",
    "/subscriptions/:id",
    "SubscriptionCancelParams",
    ["cancellation_details", "invoice_now", "prorate"],
    (world, params, id) => {
      if (params.invoice_now || params.prorate)
        throw unsupported(
          "The stand-in does not prorate or invoice on cancellation.",
          params.prorate ? "prorate" : "invoice_now",
        );
      return cancelNow(world, id, params);
    },
  ),
];

function create(world: World, params: Stripe.SubscriptionCreateParams): Stripe.Subscription {
  if (!params.customer)
    throw refuse("Missing required param: customer.", "customer", "parameter_missing");
  if (!params.items?.length)
    throw refuse("Missing required param: items.", "items", "parameter_missing");
  const customer = world.store.need("customer", params.customer, "customer").id;
  if (
    params.payment_behavior &&
    !["allow_incomplete", "default_incomplete"].includes(params.payment_behavior)
  )
    throw unsupported(
      "The stand-in knows payment_behavior allow_incomplete and default_incomplete.",
      "payment_behavior",
    );
  ownMethod(world, params.default_payment_method, customer);
  const subscription = subscribe(world, {
    customer,
    items: params.items.map((item, index) => ({
      price: priceFor(world, item, `items[${index}]`),
      quantity: item.quantity ?? 1,
      metadata: mergedMetadata({}, item.metadata),
    })),
    extras: (params.add_invoice_items ?? []).map((item) =>
      createItem(world, {
        customer,
        quantity: item.quantity,
        pricing: { price: priceFor(world, item, "add_invoice_items").id },
      }),
    ),
    collectionMethod:
      params.collection_method === "send_invoice" ? "send_invoice" : "charge_automatically",
    daysUntilDue: params.days_until_due ?? null,
    paymentMethod: params.default_payment_method ?? null,
    metadata: mergedMetadata({}, params.metadata),
    description: params.description || null,
    trialEnd: trialEndOf(world, params),
    anchor: params.billing_cycle_anchor,
    isProrated: params.proration_behavior !== "none",
    first: { how: params.payment_behavior === "default_incomplete" ? "wait" : "charge" },
  });
  if (params.cancel_at_period_end === undefined && params.cancel_at === undefined)
    return subscription;
  return updateSubscription(
    world,
    { cancel_at_period_end: params.cancel_at_period_end, cancel_at: params.cancel_at },
    subscription.id,
  );
}

function list(world: World, params: Stripe.SubscriptionListParams) {
  const { collection_method, customer, price, status } = params;
  const pool = customer
    ? world.store.where("subscription", "customer", customer)
    : world.store.all("subscription");
  const candidates = pool.filter(
    (subscription) =>
      hasStatus(subscription, status) &&
      (!collection_method || subscription.collection_method === collection_method) &&
      (!price || subscription.items.data.some((item) => item.price.id === price)),
  );
  return page("subscription", candidates, params, "/v1/subscriptions");
}

function hasStatus(subscription: Stripe.Subscription, wanted: string | undefined): boolean {
  const isOver = subscription.status === "canceled" || subscription.status === "incomplete_expired";
  if (wanted === "all") return true;
  if (wanted === "ended") return isOver;
  return wanted ? subscription.status === wanted : subscription.status !== "canceled";
}
