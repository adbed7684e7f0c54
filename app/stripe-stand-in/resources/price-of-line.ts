import type Stripe from "stripe";
import { refuse } from "../http/problem";
import { idOf } from "../store/indexes";
import type { World } from "../world";
import { newPrice } from "./prices";

/** A price named or described on the spot, as lines of invoices, subscriptions and sessions allow. */
export function priceFor(
  world: World,
  line: { price?: string; price_data?: object },
  param: string,
): Stripe.Price {
  if (line.price) {
    const price = world.store.need("price", line.price, `${param}[price]`);
    if (!price.active)
      throw refuse(
        `The price specified is inactive. This field only accepts active prices.`,
        `${param}[price]`,
      );
    return price;
  }
  if (!line.price_data)
    throw refuse(
      `Missing required param: ${param}[price].`,
      `${param}[price]`,
      "parameter_missing",
    );
  const price = newPrice(world, line.price_data as Stripe.PriceCreateParams);
  return world.store.change("price", price.id, { active: false });
}

export const productOf = (price: Stripe.Price): string => idOf(price.product) ?? "";
