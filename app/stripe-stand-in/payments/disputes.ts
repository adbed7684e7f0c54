import type Stripe from "stripe";
import { DAY } from "../clockwork/calendar";
import { refuse } from "../http/problem";
import { newStripeId } from "../store/ids";
import { idOf } from "../store/indexes";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { moveBalance } from "./balance";

export type DisputeStatus = "needs_response" | "under_review" | "won" | "lost";

/** Stripe's UK fee for a dispute, in pence. */
const DISPUTE_FEE = 2000;
const ANSWER_WITHIN = 9 * DAY;

/** The payer's bank takes a charge back. A Bacs claim under the Direct Debit Guarantee is lost at once. */
export function raiseDispute(
  world: World,
  chargeId: string,
  reason = "fraudulent",
): Stripe.Dispute {
  const charge = world.store.need("charge", chargeId, "charge");
  if (charge.status !== "succeeded" || charge.disputed)
    throw refuse(`Charge ${chargeId} cannot be disputed.`, "charge");
  const isFinal = charge.payment_method_details?.type === "bacs_debit";
  const id = newStripeId("dispute");
  const transaction = moveBalance(world, {
    amount: -charge.amount,
    fee: DISPUTE_FEE,
    type: "adjustment",
    category: "dispute",
    source: id,
  });
  const dispute = world.store.put("dispute", {
    id,
    object: "dispute",
    amount: charge.amount,
    balance_transactions: [transaction],
    charge: charge.id,
    created: world.now(),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence,
    evidence_details: {
      due_by: isFinal ? null : world.now() + ANSWER_WITHIN,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: idOf(charge.payment_intent) ?? null,
    reason: isFinal ? "bank_cannot_process" : reason,
    status: (isFinal ? "lost" : "needs_response") satisfies DisputeStatus,
  });
  const disputed = world.store.change("charge", charge.id, { disputed: true });
  emit(world, "charge.dispute.created", dispute);
  emit(world, "charge.updated", disputed, { disputed: false });
  emit(world, "charge.dispute.funds_withdrawn", dispute);
  if (isFinal) emit(world, "charge.dispute.closed", dispute);
  return dispute;
}

export function closeDispute(world: World, id: string, outcome: "won" | "lost"): Stripe.Dispute {
  const before = world.store.need("dispute", id);
  if (before.status === "won" || before.status === "lost")
    throw refuse("This dispute is already closed", "id", "dispute_already_closed");
  const returned =
    outcome === "won"
      ? [
          moveBalance(world, {
            amount: before.amount,
            fee: -DISPUTE_FEE,
            type: "adjustment",
            category: "dispute_reversal",
            source: id,
          }),
        ]
      : [];
  const closed = world.store.change("dispute", id, {
    status: outcome satisfies DisputeStatus,
    balance_transactions: [...before.balance_transactions, ...returned],
  });
  emit(world, "charge.dispute.closed", closed, { status: before.status });
  if (outcome === "won") emit(world, "charge.dispute.funds_reinstated", closed);
  return closed;
}

/** Evidence given and submitted: the bank looks at it. */
export function answerDispute(
  world: World,
  params: Stripe.DisputeUpdateParams,
  id: string,
): Stripe.Dispute {
  const before = world.store.need("dispute", id);
  if (before.status !== "needs_response")
    throw refuse("This dispute is not open for evidence.", "id", "dispute_not_open");
  const evidence = {
    ...before.evidence,
    ...(params.evidence as Partial<Stripe.Dispute.Evidence> | undefined),
  };
  const isSubmitted = params.submit ?? true;
  const after = world.store.change("dispute", id, {
    evidence,
    status: (isSubmitted ? "under_review" : "needs_response") satisfies DisputeStatus,
    evidence_details: {
      ...before.evidence_details,
      has_evidence: true,
      submission_count: isSubmitted ? 1 : 0,
    },
  });
  emit(world, "charge.dispute.updated", after, { status: before.status });
  return after;
}

const noEvidence: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};
