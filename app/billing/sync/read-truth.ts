import type { World } from "~/world";
import type {
  StripeCheckout,
  StripeInvoice,
  StripePayment,
  StripeRefund,
  StripeSubscription,
} from "../gateway";
import { openCheckoutsOf } from "../queries/checkouts";
import { customersOf } from "../queries/payers";
import { refundsOfPayer } from "../queries/refunds";

/** Everything that Stripe holds of a payer, whichever of its customers it hangs on. */
export interface PayerTruth {
  customerIds: string[];
  checkouts: Map<string, StripeCheckout>;
  subscriptions: StripeSubscription[];
  invoices: StripeInvoice[];
  payments: Map<string, StripePayment>;
  /** By payment intent; only of those whose refunds differ from what the mirror shows. */
  refunds: Map<string, StripeRefund[]>;
}

export async function readTruth({ db, stripe }: World, payerId: string): Promise<PayerTruth> {
  const customerIds = await customersOf(db, payerId);
  const customers = await Promise.all(customerIds.map(stripe.readCustomer));
  const payments = customers.flatMap((customer) => customer.payments);
  const open = (await openCheckoutsOf(db, payerId)).flatMap(({ stripeId }) => stripeId ?? []);
  const checkouts = await Promise.all(open.map(stripe.readCheckout));
  const changed = await intentsWithNewRefunds({ db, payerId, payments });
  const refunds = await Promise.all(
    changed.map(async (intentId) => [intentId, await stripe.refundsOf(intentId)] as const),
  );
  return {
    customerIds,
    checkouts: new Map(checkouts.map((checkout) => [checkout.id, checkout])),
    subscriptions: customers.flatMap((customer) => customer.subscriptions),
    invoices: customers.flatMap((customer) => customer.invoices),
    payments: new Map(payments.map((payment) => [payment.intentId, payment])),
    refunds: new Map(refunds),
  };
}

/** A refund that failed at the bank shows only as a sum that fell. */
async function intentsWithNewRefunds(given: {
  db: World["db"];
  payerId: string;
  payments: StripePayment[];
}): Promise<string[]> {
  const known = await refundsOfPayer(given.db, given.payerId);
  return given.payments
    .filter(({ intentId, refundedPence }) => {
      const mine = known.filter(({ stripePaymentIntentId }) => stripePaymentIntentId === intentId);
      const counted = mine.filter(({ state }) => state === "succeeded" || state === "pending");
      const sum = counted.reduce((total, { pence }) => total + pence, 0);
      const isUnfinished = mine.some(({ state }) => state === "requested" || state === "pending");
      return isUnfinished || sum !== refundedPence;
    })
    .map(({ intentId }) => intentId);
}
