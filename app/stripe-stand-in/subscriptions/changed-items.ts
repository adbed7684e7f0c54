import type Stripe from "stripe";
import { missing, refuse } from "../http/problem";
import { priceFor } from "../resources/price-of-line";
import type { World } from "../world";
import { newItem, planOf, rhythmOf } from "./items";

/** The items after an update: changed, added or taken away; at least one stays. */
export function changedItems(
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
