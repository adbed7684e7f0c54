import type Stripe from "stripe";
import { formatPence } from "../../lib/money";
import { addWorkingDays } from "../clockwork/calendar";
import { mergedMetadata } from "../http/metadata";
import { refuse } from "../http/problem";
import { newStripeId } from "../store/ids";
import { idOf } from "../store/indexes";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { moveBalance } from "./balance";

export type RefundStatus = "pending" | "succeeded" | "failed";

/** Working days until a refund to a bank account, or a slow card, is known. */
const REFUND_DAYS = 3;

/** Gives money back, whole or in part; never more than was taken and is not yet given back. */
export function refund(world: World, params: Stripe.RefundCreateParams): Stripe.Refund {
  const charge = chargeOf(world, params);
  const left = charge.amount - charge.amount_refunded;
  const amount = params.amount ?? left;
  checkAmount(charge, amount, left);
  const nature = world.store.get("nature", charge.payment_method ?? undefined);
  const isSlow = nature?.method === "bacs_debit" || nature?.nature === "refundPends";
  const id = newStripeId("refund");
  const transaction = moveBalance(world, {
    amount: -amount,
    fee: 0,
    type: nature?.method === "bacs_debit" ? "payment_refund" : "refund",
    category: "refund",
    source: id,
    description: "REFUND FOR CHARGE",
  });
  const made = world.store.put("refund", {
    id,
    object: "refund",
    amount,
    balance_transaction: transaction.id,
    charge: charge.id,
    created: world.now(),
    currency: charge.currency,
    customer: idOf(charge.customer) ?? null,
    customer_account: null,
    metadata: mergedMetadata({}, params.metadata),
    payment_intent: idOf(charge.payment_intent) ?? null,
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: (isSlow ? "pending" : "succeeded") satisfies RefundStatus,
    transfer_reversal: null,
  });
  const refunded = world.store.change("charge", charge.id, {
    amount_refunded: charge.amount_refunded + amount,
    refunded: amount === left,
  });
  emit(world, "refund.created", made);
  emit(world, "charge.refunded", refunded, {
    amount_refunded: charge.amount_refunded,
    refunded: false,
  });
  const later = addWorkingDays(world.now(), REFUND_DAYS);
  if (isSlow) world.agenda.plan("settleRefund", id, later);
  if (nature?.nature === "refundFails") world.agenda.plan("failRefund", id, later);
  return made;
}

export function settleRefund(world: World, id: string): void {
  const before = world.store.get("refund", id);
  if (before?.status !== "pending") return;
  const settled = world.store.change("refund", id, { status: "succeeded" satisfies RefundStatus });
  emit(world, "refund.updated", settled, { status: "pending" });
  emit(world, "charge.refund.updated", settled, { status: "pending" });
}

/** The card's bank sends the money back: it returns to Stripe's balance. */
export function failRefund(world: World, id: string): void {
  const before = world.store.need("refund", id);
  const transaction = moveBalance(world, {
    amount: before.amount,
    fee: 0,
    type: "refund_failure",
    source: id,
    description: "REFUND FAILURE",
  });
  const failed = world.store.change("refund", id, {
    status: "failed" satisfies RefundStatus,
    failure_reason: "expired_or_canceled_card",
    failure_balance_transaction: transaction.id,
  });
  const charge = world.store.need("charge", idOf(before.charge));
  world.store.change("charge", charge.id, {
    amount_refunded: charge.amount_refunded - before.amount,
    refunded: false,
  });
  emit(world, "refund.failed", failed);
  emit(world, "refund.updated", failed, { status: before.status });
  emit(world, "charge.refund.updated", failed, { status: before.status });
}

function chargeOf(world: World, params: Stripe.RefundCreateParams): Stripe.Charge {
  if (!params.charge && !params.payment_intent)
    throw refuse(
      "One of the following params should be provided for this request: payment_intent or charge.",
      "charge",
      "parameter_missing",
    );
  if (params.charge) return world.store.need("charge", params.charge, "charge");
  const intent = world.store.need("payment_intent", params.payment_intent, "payment_intent");
  const charge = world.store.get("charge", idOf(intent.latest_charge));
  if (!charge || charge.status === "failed")
    throw refuse(
      `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
      "payment_intent",
    );
  return charge;
}

function checkAmount(charge: Stripe.Charge, amount: number, left: number): void {
  if (charge.status !== "succeeded")
    throw refuse(
      `Charge ${charge.id} is ${charge.status} and cannot be refunded.`,
      "charge",
      "charge_not_refundable",
    );
  if (charge.disputed)
    throw refuse(
      `Charge ${charge.id} has been charged back; cannot issue a refund.`,
      "charge",
      "charge_disputed",
    );
  if (left === 0)
    throw refuse(
      `Charge ${charge.id} has already been refunded.`,
      undefined,
      "charge_already_refunded",
    );
  if (!Number.isInteger(amount) || amount < 1)
    throw refuse("Invalid positive integer", "amount", "parameter_invalid_integer");
  if (amount > left)
    throw refuse(
      `Refund amount (${formatPence(amount)}) is greater than unrefunded amount on charge (${formatPence(left)})`,
      "amount",
    );
}
