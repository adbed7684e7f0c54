import type Stripe from "stripe";
import { refuse } from "../http/problem";
import { newStripeId, randomText } from "../store/ids";
import { emit } from "../webhooks/events";
import type { World } from "../world";

export type IntentStatus =
  | "requires_payment_method"
  | "requires_confirmation"
  | "requires_action"
  | "processing"
  | "succeeded"
  | "canceled";

/** The least that Stripe charges in pounds, in pence. */
export const LEAST_CHARGE = 30;

export interface IntentPlan {
  amount: number;
  currency: string;
  customer: string | null;
  description?: string | null;
  metadata?: Stripe.Metadata;
  receiptEmail?: string | null;
  setupFutureUsage?: "off_session" | "on_session" | null;
  paymentMethod?: string | null;
  methodTypes?: string[];
}

/** A PaymentIntent that waits for a payment method; sums under 30p are refused. */
export function newIntent(world: World, plan: IntentPlan): Stripe.PaymentIntent {
  if (plan.amount < LEAST_CHARGE)
    throw refuse("Amount must be at least £0.30 gbp", "amount", "amount_too_small");
  if (plan.amount > 99_999_999)
    throw refuse("Amount must be no more than £999,999.99", "amount", "amount_too_large");
  const id = newStripeId("payment_intent");
  const intent = world.store.put("payment_intent", {
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount: plan.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic",
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: "automatic",
    created: world.now(),
    currency: plan.currency,
    customer: plan.customer,
    customer_account: null,
    description: plan.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: plan.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: plan.paymentMethod ?? null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: plan.methodTypes ?? ["card", "bacs_debit"],
    payment_record: null,
    processing: null,
    receipt_email: plan.receiptEmail ?? null,
    review: null,
    setup_future_usage: plan.setupFutureUsage ?? null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: plan.paymentMethod ? "requires_confirmation" : "requires_payment_method",
    transfer_group: null,
  });
  emit(world, "payment_intent.created", intent);
  return intent;
}

/** Gives up an intent that nobody will pay any more. */
export function cancelIntent(
  world: World,
  id: string,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Stripe.PaymentIntent {
  const intent = world.store.need("payment_intent", id);
  const status = intent.status as IntentStatus;
  if (status === "succeeded" || status === "canceled" || status === "processing")
    throw refuse(
      `You cannot cancel this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_reauthorization, requires_confirmation, requires_action.`,
      undefined,
      "payment_intent_unexpected_state",
    );
  const canceled = world.store.change("payment_intent", id, {
    status: "canceled" satisfies IntentStatus,
    canceled_at: world.now(),
    cancellation_reason: reason,
    next_action: null,
  });
  emit(world, "payment_intent.canceled", canceled);
  return canceled;
}
