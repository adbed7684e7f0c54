import type Stripe from "stripe";
import { newStripeId } from "../store/ids";
import { idOf } from "../store/indexes";
import type { MethodNature } from "../store/records";
import type { World } from "../world";
import type { Refusal } from "./verdict";

type ChargeStatus = "succeeded" | "pending" | "failed";

/** Writes a charge for an intent, in the state that the bank left it in. */
export function writeCharge(
  world: World,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  status: ChargeStatus,
  refusal?: Refusal,
): Stripe.Charge {
  const id = newStripeId("charge");
  return world.store.put("charge", {
    id,
    object: "charge",
    amount: intent.amount,
    amount_captured: status === "succeeded" ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: "PRACTICE",
    captured: status !== "failed",
    created: world.now(),
    currency: intent.currency,
    customer: idOf(intent.customer) ?? null,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: refusal?.code ?? null,
    failure_message: refusal?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(refusal),
    paid: status === "succeeded",
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: detailsOf(method, world.store.get("nature", method.id)),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url:
      status === "failed" ? null : `${world.publicOrigin}/stripe-stand-in/receipts/${id}`,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status,
    transfer_data: null,
    transfer_group: null,
  });
}

function outcomeOf(refusal: Refusal | undefined): Stripe.Charge.Outcome {
  return {
    advice_code: refusal ? "try_again_later" : null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: refusal ? "declined_by_network" : "approved_by_network",
    reason: refusal?.declineCode ?? null,
    risk_level: "normal",
    seller_message: refusal
      ? "The bank did not return any further details with this decline."
      : "Payment complete.",
    type: refusal ? "issuer_declined" : "authorized",
  };
}

function detailsOf(
  method: Stripe.PaymentMethod,
  nature: MethodNature | undefined,
): Stripe.Charge.PaymentMethodDetails {
  if (method.bacs_debit)
    return {
      type: "bacs_debit",
      bacs_debit: {
        ...method.bacs_debit,
        mandate: nature?.method === "bacs_debit" ? nature.mandate : null,
      },
    };
  const card = method.card;
  if (!card) return { type: method.type };
  return {
    type: "card",
    card: {
      amount_authorized: null,
      authorization_code: null,
      brand: card.brand,
      checks: card.checks,
      country: card.country,
      electronic_commerce_indicator: null,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      fingerprint: card.fingerprint ?? null,
      funding: card.funding,
      installments: null,
      last4: card.last4,
      mandate: null,
      network: card.brand,
      network_transaction_id: null,
      regulated_status: card.regulated_status,
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
  };
}
