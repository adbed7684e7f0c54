import type Stripe from "stripe";
import { refuse } from "../http/problem";
import { productOf } from "../resources/price-of-line";
import { randomText } from "../store/ids";
import type { World } from "../world";

export interface ItemPlan {
  price: Stripe.Price;
  quantity: number;
  metadata?: Stripe.Metadata;
}

export interface Period {
  start: number;
  end: number;
}

/** An item of a subscription for the period that runs. */
export function newItem(
  world: World,
  subscription: string,
  plan: ItemPlan,
  period: Period,
): Stripe.SubscriptionItem {
  return {
    id: `si_${randomText(14)}`,
    object: "subscription_item",
    billing_thresholds: null,
    created: world.now(),
    current_period_end: period.end,
    current_period_start: period.start,
    current_trial: null,
    discounts: [],
    metadata: plan.metadata ?? {},
    plan: planOf(plan.price),
    price: plan.price,
    quantity: plan.quantity,
    subscription,
    tax_rates: [],
  };
}

/** The recurring rhythm that all prices share; Stripe refuses a mixture here. */
export function rhythmOf(prices: readonly Stripe.Price[], param = "items"): Stripe.Price.Recurring {
  const rhythms = prices.map((price) => price.recurring);
  const [first] = rhythms;
  if (!first || rhythms.some((rhythm) => !rhythm))
    throw refuse(
      "The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.",
      `${param}[0][price]`,
    );
  if (
    rhythms.some(
      (rhythm) =>
        rhythm?.interval !== first.interval || rhythm?.interval_count !== first.interval_count,
    )
  )
    throw refuse(
      "Currency and interval fields must match across all plans on this subscription.",
      param,
    );
  return first;
}

/** The older shape of a price that items still carry. */
export function planOf(price: Stripe.Price): Stripe.Plan {
  return {
    id: price.id,
    object: "plan",
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: "per_unit",
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? "year",
    interval_count: price.recurring?.interval_count ?? 1,
    livemode: false,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: productOf(price),
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: "licensed",
  };
}
