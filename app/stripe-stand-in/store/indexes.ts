import type { Stored, StoredKind } from "./kinds";

type Key<K extends StoredKind> = (object: Stored[K]) => string | undefined;
type Indexes = { [K in StoredKind]?: Record<string, Key<K>> };

/** The id of a field that may have been expanded. */
export function idOf(reference: string | { id: string } | null | undefined): string | undefined {
  return typeof reference === "string" ? reference : (reference?.id ?? undefined);
}

/** Questions asked often enough to deserve an index; the names are Stripe's filter names where there is one. */
export const indexes: Indexes = {
  balance_transaction: {
    source: (transaction) => idOf(transaction.source),
    status: (transaction) => transaction.status,
  },
  charge: {
    customer: (charge) => idOf(charge.customer),
    payment_intent: (charge) => idOf(charge.payment_intent),
  },
  "checkout.session": {
    customer: (session) => idOf(session.customer),
    payment_intent: (session) => idOf(session.payment_intent),
    subscription: (session) => idOf(session.subscription),
  },
  dispute: {
    charge: (dispute) => idOf(dispute.charge),
    payment_intent: (dispute) => idOf(dispute.payment_intent),
  },
  invoice: {
    customer: (invoice) => idOf(invoice.customer),
    subscription: (invoice) => idOf(invoice.parent?.subscription_details?.subscription),
  },
  invoiceitem: { customer: (item) => idOf(item.customer), invoice: (item) => idOf(item.invoice) },
  invoice_payment: {
    invoice: (payment) => idOf(payment.invoice),
    payment_intent: (payment) => idOf(payment.payment.payment_intent),
  },
  payment_intent: { customer: (intent) => idOf(intent.customer) },
  payment_method: { customer: (method) => idOf(method.customer) },
  payout_share: { payout: (share) => share.payout },
  price: { product: (price) => idOf(price.product) },
  refund: {
    charge: (refund) => idOf(refund.charge),
    payment_intent: (refund) => idOf(refund.payment_intent),
  },
  setup_intent: { customer: (intent) => idOf(intent.customer) },
  subscription: { customer: (subscription) => idOf(subscription.customer) },
};
