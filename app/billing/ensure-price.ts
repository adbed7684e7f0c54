import type { Interval } from "~/lib/civil-date";
import type { Pence } from "~/lib/money";
import type { VatTreatment } from "~/lib/vat";
import type { World } from "~/world";
import { putStripePrice, stripePriceOf } from "./queries/checkouts";

/** What is sold: the id is ours, and a price never changes under its id. */
export interface Price {
  id: string;
  name: string;
  pence: Pence;
  interval: Interval;
  vatTreatment: VatTreatment;
}

/** Stripe's id of one of our prices; made at Stripe when first needed. Throws PaymentServiceUnavailable. */
export async function ensureStripePrice(world: World, price: Price): Promise<string> {
  const { db, stripe } = world;
  const { name, vatTreatment } = price;
  const known = await stripePriceOf(db, price.id);
  if (known?.name === name && known.vatTreatment === vatTreatment) return known.stripePriceId;
  const { productId, priceId } = await stripe.ensurePrice(price);
  await db.transaction().execute((trx) =>
    putStripePrice(trx, {
      priceId: price.id,
      stripeProductId: productId,
      stripePriceId: priceId,
      name,
      vatTreatment,
      syncedAt: world.clock.now().toString(),
    }),
  );
  return priceId;
}
