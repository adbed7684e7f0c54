import type Stripe from "stripe";

/** What a test card does; the numbers are in methods/test-numbers.ts. */
export type CardNature =
  | "succeeds"
  | "declines"
  | "insufficientFunds"
  | "expired"
  | "authenticatesOnce"
  | "authenticatesAlways"
  | "failsOnRenewal"
  | "refundPends"
  | "refundFails"
  | "isDisputed";

/** What a test bank account does. */
export type DebitNature = "settles" | "isNotAuthorised" | "lacksFunds" | "isReclaimed";

export type MethodNature =
  | { id: string; method: "card"; nature: CardNature; authenticated: boolean }
  | { id: string; method: "bacs_debit"; nature: DebitNature; mandate: string };

export type TaskKind =
  | "renewSubscription"
  | "endSubscription"
  | "expireIncomplete"
  | "finaliseInvoice"
  | "collectInvoice"
  | "markOverdue"
  | "settleDebit"
  | "raiseDispute"
  | "settleRefund"
  | "failRefund"
  | "expireCheckout"
  | "payOut"
  | "completePayout"
  | "deliverEvent";

/** Something that Stripe will do at an instant (seconds); one per kind and subject. */
export interface Task {
  id: string;
  what: TaskKind;
  subject: string;
  at: number;
  sequence: number;
}

export type DeliveryState = "waiting" | "held" | "delivered" | "failed";

export interface Delivery {
  /** The event's id. */
  id: string;
  state: DeliveryState;
  attempts: number;
  /** HTTP status of the last attempt; null where nobody answered. */
  lastStatus: number | null;
  firstAttemptAt: number | null;
}

export interface IdempotentAnswer {
  id: string;
  fingerprint: string;
  status: number;
  body: unknown;
  requestId: string;
  at: number;
}

export interface PlannedLine {
  id: string;
  price: string;
  quantity: number;
}

/** What a Checkout Session will make once it is paid. */
export interface CheckoutPlan {
  /** The session's id. */
  id: string;
  lines: PlannedLine[];
  subscription: Stripe.Checkout.SessionCreateParams.SubscriptionData | null;
  payment: Stripe.Checkout.SessionCreateParams.PaymentIntentData | null;
  /** The intent of an earlier, declined try. */
  intent: string | null;
  /** The method that waits for 3-D Secure. */
  authenticating: string | null;
  /** Why the last try failed, for the page. */
  refusal: string | null;
}
