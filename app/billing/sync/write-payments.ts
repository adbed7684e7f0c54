import { record } from "~/history/record";
import { newId } from "~/lib/id";
import type { StripePayment } from "../gateway";
import { insertPayment, paymentsOfPayer, updatePayment } from "../queries/mirror";
import { payerById } from "../queries/payers";
import type { PaymentsTable } from "../tables";
import type { SyncRun } from "./sync-payer";
import { dayOf, type MirroredInvoice } from "./write-invoices";

export type PaymentState = PaymentsTable["state"];

/** A payment that is new or whose state has moved since the last sync. */
export interface PaymentChange {
  paymentId: string;
  invoice: MirroredInvoice;
  payment: StripePayment;
  state: PaymentState;
}

/** Mirrors what was tried, taken or refused for each invoice. */
export async function writePayments(
  run: SyncRun,
  invoices: MirroredInvoice[],
): Promise<PaymentChange[]> {
  const { trx, payerId, truth } = run;
  const known = new Map(
    (await paymentsOfPayer(trx, payerId)).map((row) => [row.stripePaymentIntentId, row]),
  );
  const changes: PaymentChange[] = [];
  for (const invoice of invoices) {
    for (const intentId of invoice.stripe.intentIds) {
      const payment = truth.payments.get(intentId);
      if (!payment) continue;
      const before = known.get(intentId);
      const change = await writePayment(run, invoice, payment, before);
      if (change) changes.push(change);
    }
  }
  return changes;
}

async function writePayment(
  run: SyncRun,
  invoice: MirroredInvoice,
  payment: StripePayment,
  before: { id: string; state: PaymentState; failure: string | null } | undefined,
): Promise<PaymentChange | undefined> {
  const { trx, now, differed } = run;
  // Called off before anything was taken: as if it had never been tried.
  if (payment.state === "waiting" && before?.state !== "pending") return undefined;
  const state: PaymentState = payment.state === "waiting" ? "failed" : payment.state;
  if (before?.state === state && before.failure === payment.failure) return undefined;
  const id = before?.id ?? newId();
  const mirror = {
    method: payment.method,
    pence: payment.pence,
    state,
    failure: state === "failed" ? (payment.failure ?? "canceled") : null,
    receivedOn: state === "succeeded" ? receivedOn(invoice, payment) : null,
  };
  if (before) await updatePayment(trx, id, mirror);
  else
    await insertPayment(trx, {
      id,
      invoiceId: invoice.id,
      stripePaymentIntentId: payment.intentId,
      createdAt: payment.attemptedAt ?? payment.createdAt,
      ...mirror,
    });
  if (before?.state === state) return undefined;
  differed(`The payment of invoice ${invoice.number} is ${state}`);
  const payer = await payerById(trx, run.payerId);
  await record(
    trx,
    {
      actorId: null,
      act: `billing.payment${WORDS[state]}`,
      subject: { kind: "payment", id },
      personId: payer?.personId,
    },
    now,
  );
  return { paymentId: id, invoice, payment, state };
}

const WORDS: Record<PaymentState, string> = {
  pending: "Begun",
  succeeded: "Succeeded",
  failed: "Failed",
};

/** A debit's money arrives when the invoice is paid, days after it was asked for. */
const receivedOn = ({ stripe }: MirroredInvoice, payment: StripePayment): string =>
  dayOf(stripe.paidAt ?? payment.attemptedAt ?? payment.createdAt);
