import type Stripe from "stripe";
import { err, ok, type Result } from "~/lib/result";
import { asked, isMissing, refusalWords } from "./client";
import { checkoutOf, metadataOf } from "./reading";
import type { NewCheckout, PriceToSell, StripeCheckout } from "./types";

/** Customers, prices and Stripe's own payment page. */
export const sellingVia = (stripe: Stripe) => ({
  /** The customer's id at Stripe. Name and address are for Stripe's receipts: nothing is ever matched by them. */
  async createCustomer(given: { payerId: string; name: string; email: string }): Promise<string> {
    const { payerId, name, email } = given;
    const customer = await asked(
      stripe.customers.create(
        { name, email, metadata: { payerId } },
        { idempotencyKey: `customer-${payerId}` },
      ),
    );
    return customer.id;
  },

  /** Finds or makes the price that carries our price id as its lookup key. */
  async ensurePrice(price: PriceToSell): Promise<{ productId: string; priceId: string }> {
    const key = `price-${price.id}`;
    const { data } = await asked(stripe.prices.list({ lookup_keys: [key], limit: 1 }));
    const found = data[0] ?? (await asked(createPrice(stripe, price, key)));
    const productId = typeof found.product === "string" ? found.product : found.product.id;
    return { productId, priceId: found.id };
  },

  async createCheckout(checkout: NewCheckout): Promise<StripeCheckout> {
    const metadata = metadataOf(checkout.reference);
    const session = await asked(
      stripe.checkout.sessions.create(
        {
          mode: "subscription",
          customer: checkout.customerId,
          client_reference_id: checkout.checkoutId,
          line_items: [{ price: checkout.stripePriceId, quantity: 1 }],
          allowed_payment_method_types: ["card", "bacs_debit"],
          metadata,
          subscription_data: { metadata },
          success_url: checkout.successUrl,
          cancel_url: checkout.cancelUrl,
          expires_at: Math.floor(Date.parse(checkout.expiresAt) / 1000),
          locale: "en-GB",
        },
        { idempotencyKey: `checkout-${checkout.checkoutId}` },
      ),
    );
    return checkoutOf(session);
  },

  /** One that Stripe does not know any more can no longer be paid. */
  async readCheckout(id: string): Promise<StripeCheckout> {
    try {
      return checkoutOf(await asked(stripe.checkout.sessions.retrieve(id)));
    } catch (error) {
      if (isMissing(error)) return { id, url: null, state: "expired" };
      throw error;
    }
  },

  /** Refused where it was completed or had expired already. */
  async expireCheckout(id: string): Promise<Result<null, { reason: "notOpen" }>> {
    try {
      await asked(stripe.checkout.sessions.expire(id));
      return ok(null);
    } catch (error) {
      if (refusalWords(error) === undefined) throw error;
      return err({ reason: "notOpen" });
    }
  },
});

const createPrice = (stripe: Stripe, price: PriceToSell, key: string) =>
  stripe.prices.create(
    {
      currency: "gbp",
      unit_amount: price.pence,
      recurring: { interval: price.interval },
      lookup_key: key,
      metadata: { priceId: price.id },
      product_data: { name: price.name, metadata: { priceId: price.id } },
    },
    { idempotencyKey: key },
  );
