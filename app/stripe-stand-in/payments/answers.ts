import type Stripe from "stripe";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { feeFor, moveBalance } from "./balance";
import { writeCharge } from "./charges";
import type { Outcome } from "./collect";
import type { IntentStatus } from "./intents";
import type { Refusal } from "./verdict";

/** The charge went through: money on the balance, fee taken. */
export function succeed(world: World, intent: Stripe.PaymentIntent, charge: Stripe.Charge): void {
  const isDebit = charge.payment_method_details?.type === "bacs_debit";
  const transaction = moveBalance(world, {
    amount: charge.amount,
    fee: feeFor(charge.payment_method_details?.type ?? "card", charge.amount),
    type: isDebit ? "payment" : "charge",
    category: "charge",
    source: charge.id,
    description: charge.description,
  });
  const paid = world.store.change("charge", charge.id, {
    status: "succeeded",
    paid: true,
    amount_captured: charge.amount,
    balance_transaction: transaction.id,
  });
  const done = world.store.change("payment_intent", intent.id, {
    status: "succeeded" satisfies IntentStatus,
    amount_received: intent.amount,
    latest_charge: charge.id,
    last_payment_error: null,
    next_action: null,
  });
  emit(world, "charge.succeeded", paid);
  emit(world, "payment_intent.succeeded", done);
}

/** The bank said no: a failed charge, and the intent waits for another method. */
export function decline(
  world: World,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  refusal: Refusal,
): Outcome {
  const charge = writeCharge(world, intent, method, "failed", refusal);
  emit(world, "charge.failed", charge);
  refuseIntent(world, intent, method, refusal, charge.id);
  return { kind: "declined", refusal };
}

export function refuseIntent(
  world: World,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  refusal: Refusal,
  charge?: string,
): void {
  const failed = world.store.change("payment_intent", intent.id, {
    status: "requires_payment_method" satisfies IntentStatus,
    payment_method: null,
    next_action: null,
    ...(charge && { latest_charge: charge }),
    last_payment_error: {
      ...(charge && { charge }),
      code: refusal.code,
      decline_code: refusal.declineCode,
      message: refusal.message,
      payment_method: method,
      type: "card_error",
    },
  });
  emit(world, "payment_intent.payment_failed", failed);
}
