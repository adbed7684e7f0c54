import { Temporal } from "temporal-polyfill";
import { civilDateOf } from "~/lib/civil-date";
import { formatPence, type Pence } from "~/lib/money";
import type { Tone } from "~/ui/pill";
import type { InvoicesTable, PaymentMethod, PaymentsTable, RefundsTable } from "./tables";

export const METHOD_WORDS: Record<PaymentMethod, string> = {
  card: "Card",
  bacs: "Direct Debit",
  transfer: "Bank transfer",
  cheque: "Cheque",
};

interface PaymentFacts {
  state: PaymentsTable["state"];
  invoiceState: InvoicesTable["state"];
  pence: Pence;
  refundedPence: number | null;
}

/** The state of a payment in a word or two. */
export function stateOfPayment(payment: PaymentFacts): { words: string; tone: Tone } {
  const { state, invoiceState, pence } = payment;
  const refunded = Number(payment.refundedPence ?? 0);
  if (state === "pending") return { words: "Under way", tone: "waiting" };
  if (state === "failed" && invoiceState === "open") return { words: "Not paid", tone: "stopped" };
  if (state === "failed") return { words: "Called off", tone: "ended" };
  if (refunded >= pence) return { words: "Refunded", tone: "ended" };
  if (refunded > 0) return { words: `Paid, ${formatPence(refunded)} refunded`, tone: "good" };
  return { words: "Paid", tone: "good" };
}

export const REFUND_WORDS: Record<RefundsTable["state"], string> = {
  requested: "Asked for",
  pending: "On its way",
  succeeded: "Sent",
  failed: "Failed",
};

/** The day that a payment is listed under: when it was received, or was last tried. */
export const dayOfPayment = (payment: { receivedOn: string | null; createdAt: string }): string =>
  payment.receivedOn ?? civilDateOf(Temporal.Instant.from(payment.createdAt));
