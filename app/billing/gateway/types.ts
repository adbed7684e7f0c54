import type { Interval } from "~/lib/civil-date";
import type { Pence } from "~/lib/money";
import type { SubjectKind } from "../subjects";

/** What our Checkout wrote into a Stripe object's metadata. Stripe objects are matched by this and by ids alone. */
export interface Reference {
  checkoutId: string | null;
  subjectKind: SubjectKind;
  subjectId: string;
  priceId: string;
}

export interface PriceToSell {
  id: string;
  name: string;
  pence: Pence;
  interval: Interval;
}

export interface NewCheckout {
  /** Ours: the idempotency key, and Stripe's client reference. */
  checkoutId: string;
  customerId: string;
  stripePriceId: string;
  reference: Reference;
  successUrl: string;
  cancelUrl: string;
  /** ISO instant, 30 minutes to 24 hours ahead. */
  expiresAt: string;
}

export interface StripeCheckout {
  id: string;
  url: string | null;
  state: "open" | "completed" | "expired";
}

export interface StripeSubscription {
  id: string;
  status: string;
  quantity: number;
  isCancelledAtPeriodEnd: boolean;
  currentPeriodEnd: string | null;
  paymentMethod: "card" | "bacs" | null;
  /** Null where it was not made by us. */
  reference: Reference | null;
}

export interface StripeInvoiceLine {
  pence: Pence;
  words: string;
  /** Civil days in the United Kingdom; the second is the first day of the next period. */
  periodFrom: string;
  periodTo: string;
}

export interface StripeInvoice {
  id: string;
  subscriptionId: string | null;
  isFirst: boolean;
  state: "open" | "paid" | "void" | "uncollectible";
  issuedAt: string;
  dueAt: string | null;
  paidAt: string | null;
  totalPence: Pence;
  hostedUrl: string | null;
  lines: StripeInvoiceLine[];
  intentIds: string[];
}

export interface StripePayment {
  intentId: string;
  pence: Pence;
  method: "card" | "bacs";
  /** `waiting`: nobody has tried to pay yet, or it was called off. */
  state: "waiting" | "pending" | "succeeded" | "failed";
  /** Stripe's code for why it failed. */
  failure: string | null;
  refundedPence: Pence;
  createdAt: string;
  attemptedAt: string | null;
}

export interface StripeRefund {
  id: string;
  pence: Pence;
  state: "pending" | "succeeded" | "failed";
  failure: string | null;
  /** Ours, where it was asked for here. */
  refundId: string | null;
  createdAt: string;
}

/** Everything that Stripe holds of one of its customers, oldest first. */
export interface CustomerTruth {
  subscriptions: StripeSubscription[];
  invoices: StripeInvoice[];
  payments: StripePayment[];
}
