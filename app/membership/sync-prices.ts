import type { Temporal } from "temporal-polyfill";
import { ensureStripePrice } from "~/billing/checkout";
import { civilDateOf } from "~/lib/civil-date";
import type { World } from "~/world";
import { priceToSell } from "./price-to-sell";
import { pricesFrom } from "./queries/grades";

/** Makes sure that Stripe knows every price that is or will be charged, under the grade's present name. */
export async function syncPrices(
  world: World,
  _payload: null,
  now: Temporal.Instant,
): Promise<void> {
  for (const price of await pricesFrom(world.db, civilDateOf(now)))
    await ensureStripePrice(world, priceToSell(price, price.gradeName));
}
