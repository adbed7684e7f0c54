import type Stripe from "stripe";
import type { Kind } from "./ids";
import type { CheckoutPlan, Delivery, IdempotentAnswer, MethodNature, Task } from "./records";

/** What Stripe would answer with. */
export interface StripeObjects {
  balance_transaction: Stripe.BalanceTransaction;
  charge: Stripe.Charge;
  "checkout.session": Stripe.Checkout.Session;
  customer: Stripe.Customer;
  dispute: Stripe.Dispute;
  event: Stripe.Event;
  invoice: Stripe.Invoice;
  invoiceitem: Stripe.InvoiceItem;
  invoice_payment: Stripe.InvoicePayment;
  mandate: Stripe.Mandate;
  payment_intent: Stripe.PaymentIntent;
  payment_method: Stripe.PaymentMethod;
  payout: Stripe.Payout;
  price: Stripe.Price;
  product: Stripe.Product;
  refund: Stripe.Refund;
  setup_intent: Stripe.SetupIntent;
  subscription: Stripe.Subscription;
}

/** What only the stand-in knows. */
export interface InnerRecords {
  task: Task;
  delivery: Delivery;
  idempotency: IdempotentAnswer;
  nature: MethodNature;
  plan: CheckoutPlan;
  payout_share: { id: string; payout: string };
  deleted: { id: string; kind: Kind };
  control: { id: "control"; failNext: number; holding: boolean };
}

export type Stored = StripeObjects & InnerRecords;
export type StoredKind = keyof Stored;
