import type { Temporal } from "temporal-polyfill";
import { holdersOf } from "~/accounts/queries/staff";
import { addDays, civilDateOf } from "~/lib/civil-date";
import type { Pence } from "~/lib/money";
import { sendLater } from "~/mail/send-later";
import type { Trx } from "~/schema";
import type { TreasurerNews } from "./emails/treasurer-notice";
import { wordsOfInvoice } from "./queries/invoices";
import { payerById } from "./queries/payers";
import { refundById } from "./queries/refunds";
import type { SyncRun } from "./sync/sync-payer";
import { dayOf } from "./sync/write-invoices";
import type { PaymentChange } from "./sync/write-payments";

/** Bacs asks for the payer to be told before a debit is taken; Stripe takes it two working days on at the earliest. */
const DEBIT_TAKEN_AFTER_DAYS = 2;

/** Writes to the payer about a payment that was taken, has begun or has failed. */
export async function tellOfPayment(run: SyncRun, change: PaymentChange): Promise<void> {
  const { trx, payerId, now } = run;
  const { invoice, payment, paymentId, state } = change;
  const payer = await payerById(trx, payerId);
  if (!payer) return;
  const details = {
    givenName: payer.givenName,
    pence: payment.pence,
    words: await wordsOfInvoice(trx, invoice.id),
    invoiceNumber: invoice.number,
    paymentId,
  };
  const to = { personId: payer.personId };
  if (state === "succeeded") {
    const paidOn = dayOf(invoice.stripe.paidAt ?? now.toString());
    await sendLater(trx, "billing.receipt", to, { ...details, paidOn }, now);
  } else if (state === "pending") {
    const askedOn = dayOf(payment.attemptedAt ?? payment.createdAt);
    const takenOn = addDays(askedOn, DEBIT_TAKEN_AFTER_DAYS);
    await sendLater(trx, "billing.debitUnderWay", to, { ...details, takenOn }, now);
  } else if (invoice.stripe.state === "open") {
    const { failure } = payment;
    await sendLater(trx, "billing.paymentFailed", to, { ...details, failure }, now);
  }
}

/** Writes to the payer when a refund has gone through, and to the treasurers when it has not. */
export async function tellOfRefund(
  { trx, now }: { trx: Trx; now: Temporal.Instant },
  { id, state, pence }: { id: string; state: "pending" | "succeeded" | "failed"; pence: Pence },
): Promise<void> {
  const refund = await refundById(trx, id);
  if (!refund || state === "pending") return;
  const { invoiceNumber, personId, paymentId, payerId } = refund;
  if (state === "failed")
    return tellTreasurers(trx, now, {
      what: "refundFailed",
      reason: refund.reason,
      pence,
      invoiceNumber,
      path: `/admin/money/payments/${paymentId}`,
    });
  const payer = await payerById(trx, payerId);
  if (!payer || !personId) return;
  const details = { givenName: payer.givenName, pence, invoiceNumber };
  await sendLater(trx, "billing.refundDone", { personId }, details, now);
}

/** Writes to everybody who looks after the association's money; where there is no treasurer, to the administrators. */
export async function tellTreasurers(
  trx: Trx,
  now: Temporal.Instant,
  news: TreasurerNews,
): Promise<void> {
  const today = civilDateOf(now);
  const treasurers = await holdersOf(trx, "treasurer", today);
  const told = treasurers.length > 0 ? treasurers : await holdersOf(trx, "administrator", today);
  for (const personId of told)
    await sendLater(trx, "billing.treasurerNotice", { personId }, news, now);
}
