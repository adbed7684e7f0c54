import type Stripe from "stripe";
import { Temporal } from "temporal-polyfill";
import { civilDateOf } from "~/lib/civil-date";
import { SUBJECT_KINDS } from "../subjects";
import { idOf, instantOf } from "./client";
import type {
  Reference,
  StripeCheckout,
  StripeInvoice,
  StripePayment,
  StripeRefund,
  StripeSubscription,
} from "./types";

export const metadataOf = (reference: Reference): Stripe.MetadataParam => ({
  ...(reference.checkoutId && { checkoutId: reference.checkoutId }),
  subjectKind: reference.subjectKind,
  subjectId: reference.subjectId,
  priceId: reference.priceId,
});

export function referenceIn(metadata: Stripe.Metadata | null): Reference | null {
  const { checkoutId = null, subjectId, priceId } = metadata ?? {};
  const subjectKind = SUBJECT_KINDS.find((kind) => kind === metadata?.subjectKind);
  if (!subjectKind || !subjectId || !priceId) return null;
  return { checkoutId, subjectKind, subjectId, priceId };
}

export function checkoutOf(session: Stripe.Checkout.Session): StripeCheckout {
  const { id, url, status } = session;
  return {
    id,
    url,
    state: status === "complete" ? "completed" : status === "expired" ? "expired" : "open",
  };
}

export function subscriptionOf(subscription: Stripe.Subscription): StripeSubscription {
  const [item] = subscription.items.data;
  const method = subscription.default_payment_method;
  const methodType = typeof method === "object" ? method?.type : undefined;
  return {
    id: subscription.id,
    status: subscription.status,
    quantity: item?.quantity ?? 1,
    isCancelledAtPeriodEnd: subscription.cancel_at_period_end,
    currentPeriodEnd: item ? instantOf(item.current_period_end) : null,
    paymentMethod: methodType ? methodOf(methodType) : null,
    reference: referenceIn(subscription.metadata),
  };
}

const methodOf = (type: string): "card" | "bacs" => (type === "bacs_debit" ? "bacs" : "card");

const INVOICE_STATES = ["open", "paid", "void", "uncollectible"] as const;

/** Undefined for a draft: it is not an invoice yet. */
export function invoiceOf(invoice: Stripe.Invoice): StripeInvoice | undefined {
  const state = INVOICE_STATES.find((known) => known === invoice.status);
  if (!state) return undefined;
  const { finalized_at: finalisedAt, paid_at: paidAt } = invoice.status_transitions;
  return {
    id: invoice.id,
    subscriptionId: idOf(invoice.parent?.subscription_details?.subscription),
    isFirst: invoice.billing_reason === "subscription_create",
    state,
    issuedAt: instantOf(finalisedAt ?? invoice.created),
    dueAt: invoice.due_date === null ? null : instantOf(invoice.due_date),
    paidAt: paidAt ? instantOf(paidAt) : null,
    totalPence: invoice.total,
    hostedUrl: invoice.hosted_invoice_url ?? null,
    lines: invoice.lines.data.map(({ amount, description, period }) => ({
      pence: amount,
      words: description ?? "",
      periodFrom: dayOf(period.start),
      periodTo: dayOf(period.end),
    })),
    intentIds: (invoice.payments?.data ?? []).flatMap(({ payment }) => {
      const id = idOf(payment.payment_intent);
      return id ? [id] : [];
    }),
  };
}

const dayOf = (seconds: number) =>
  civilDateOf(Temporal.Instant.fromEpochMilliseconds(seconds * 1000));

const STATES: Record<string, StripePayment["state"]> = {
  processing: "pending",
  succeeded: "succeeded",
  requires_action: "failed",
};

/** `latest_charge` must have been expanded. */
export function paymentOf(intent: Stripe.PaymentIntent): StripePayment {
  const charge = typeof intent.latest_charge === "object" ? intent.latest_charge : null;
  const error = intent.last_payment_error;
  const method = charge?.payment_method_details?.type ?? error?.payment_method?.type ?? "card";
  const state = STATES[intent.status] ?? (error ? "failed" : "waiting");
  return {
    intentId: intent.id,
    pence: intent.amount,
    method: methodOf(method),
    state: intent.status === "canceled" ? "waiting" : state,
    failure:
      state !== "failed" ? null : (error?.decline_code ?? error?.code ?? "authentication_required"),
    refundedPence: charge?.amount_refunded ?? 0,
    createdAt: instantOf(intent.created),
    attemptedAt: charge ? instantOf(charge.created) : null,
  };
}

export function refundOf(refund: Stripe.Refund): StripeRefund {
  const { status } = refund;
  const isOver = status === "failed" || status === "canceled";
  return {
    id: refund.id,
    pence: refund.amount,
    state: status === "succeeded" ? "succeeded" : isOver ? "failed" : "pending",
    failure: isOver ? (refund.failure_reason ?? status) : null,
    refundId: refund.metadata?.refundId ?? null,
    createdAt: instantOf(refund.created),
  };
}
