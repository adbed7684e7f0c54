import type Stripe from "stripe";
import { asked, idOf, isMissing } from "./client";
import { invoiceOf, paymentOf, refundOf, subscriptionOf } from "./reading";
import type { CustomerTruth, StripeRefund } from "./types";

const LIMIT = 100;

/** What Stripe holds: the only place where the state of money is believed from. */
export const truthVia = (stripe: Stripe) => ({
  async readCustomer(customerId: string): Promise<CustomerTruth> {
    const [subscriptions, invoices, intents] = await Promise.all([
      everything(
        stripe.subscriptions.list({
          customer: customerId,
          status: "all",
          limit: LIMIT,
          expand: ["data.default_payment_method"],
        }),
      ),
      everything(
        stripe.invoices.list({ customer: customerId, limit: LIMIT, expand: ["data.payments"] }),
      ),
      everything(
        stripe.paymentIntents.list({
          customer: customerId,
          limit: LIMIT,
          expand: ["data.latest_charge"],
        }),
      ),
    ]);
    return {
      subscriptions: subscriptions.map(subscriptionOf),
      invoices: invoices.map(invoiceOf).filter((invoice) => invoice !== undefined),
      payments: intents.map(paymentOf),
    };
  },

  async refundsOf(intentId: string): Promise<StripeRefund[]> {
    const refunds = await everything(
      stripe.refunds.list({ payment_intent: intentId, limit: LIMIT }),
    );
    return refunds.map(refundOf);
  },

  /** The Stripe customer that an object belongs to; undefined where it is gone or belongs to none. */
  async customerOf(objectKind: string, objectId: string): Promise<string | undefined> {
    const read = OWNERS[objectKind];
    if (!read) return undefined;
    try {
      return (await asked(read(stripe, objectId))) ?? undefined;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },

  /** Our payer's id, as we wrote it on the customer. */
  async payerOf(customerId: string): Promise<string | undefined> {
    try {
      const customer = await asked(stripe.customers.retrieve(customerId));
      return customer.deleted ? undefined : customer.metadata.payerId;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
});

/** All pages, oldest first. */
async function everything<T>(list: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  await asked(
    (async () => {
      for await (const one of list) all.push(one);
    })(),
  );
  return all.reverse();
}

const OWNERS: Record<string, (stripe: Stripe, id: string) => Promise<string | null>> = {
  customer: async (_stripe, id) => id,
  "checkout.session": async (stripe, id) =>
    idOf((await stripe.checkout.sessions.retrieve(id)).customer),
  subscription: async (stripe, id) => idOf((await stripe.subscriptions.retrieve(id)).customer),
  invoice: async (stripe, id) => idOf((await stripe.invoices.retrieve(id)).customer),
  payment_intent: async (stripe, id) => idOf((await stripe.paymentIntents.retrieve(id)).customer),
  charge: async (stripe, id) => idOf((await stripe.charges.retrieve(id)).customer),
  async refund(stripe, id) {
    const { payment_intent: intent } = await stripe.refunds.retrieve(id, {
      expand: ["payment_intent"],
    });
    return typeof intent === "object" ? idOf(intent?.customer) : null;
  },
  async invoice_payment(stripe, id) {
    const { invoice } = await stripe.invoicePayments.retrieve(id, { expand: ["invoice"] });
    return typeof invoice === "object" && !invoice.deleted ? idOf(invoice.customer) : null;
  },
};
