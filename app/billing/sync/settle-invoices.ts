import { addDays } from "~/lib/civil-date";
import { renewedSubject, type SettledLine, settlements } from "~/settlements";
import type { StripePayment } from "../gateway";
import { giveBack } from "../give-back";
import { tellOfPayment } from "../notices";
import { settleLine, undecidedLinesOf, updateLine } from "../queries/mirror";
import type { InvoiceLine } from "../tables";
import type { SyncRun } from "./sync-payer";
import { dayOf, type MirroredInvoice } from "./write-invoices";
import type { PaymentChange } from "./write-payments";

/** Seven working days for a first Direct Debit, with weekends, bank holidays and a day to spare. */
const DEBIT_DAYS = 14;

/** Tells each line's room that it was paid, is about to be, or will not be; the first to be paid come first. */
export async function settleInvoices(
  run: SyncRun,
  invoices: MirroredInvoice[],
  changes: PaymentChange[],
): Promise<void> {
  const lines = await undecidedLinesOf(run.trx, run.payerId);
  const refused = new Set<string>();
  for (const invoice of [...invoices].sort(byPayment)) {
    for (const written of lines.filter(({ invoiceId }) => invoiceId === invoice.id)) {
      const line = await aboutRenewal(run, invoice, written);
      if (invoice.stripe.state === "paid") {
        if ((await settle(run, invoice, line)) === "refused") refused.add(invoice.id);
      } else await provideOrWithdraw(run, invoice, line);
    }
  }
  for (const change of changes)
    if (!refused.has(change.invoice.id)) await tellOfPayment(run, change);
}

/** A later invoice pays for what the first one made; where both come at once, that is known only now. */
async function aboutRenewal(
  run: SyncRun,
  { stripe }: MirroredInvoice,
  line: InvoiceLine,
): Promise<InvoiceLine> {
  const { subjectKind, subjectId } = line;
  const subject = stripe.isFirst
    ? undefined
    : await renewedSubject[subjectKind](run.trx, subjectId);
  if (!subject || (subject.kind === subjectKind && subject.id === subjectId)) return line;
  const renewed = { subjectKind: subject.kind, subjectId: subject.id };
  await updateLine(run.trx, line.id, renewed);
  return { ...line, ...renewed };
}

const byPayment = (a: MirroredInvoice, b: MirroredInvoice): number =>
  compare(a.stripe.paidAt ?? "9999", b.stripe.paidAt ?? "9999") || a.number - b.number;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

async function settle(run: SyncRun, invoice: MirroredInvoice, line: InvoiceLine) {
  const { trx, now } = run;
  const paidOn = dayOf(invoice.stripe.paidAt ?? now.toString());
  const told = settledLine(run, invoice, line, paidOn);
  const settled = await settlements[line.subjectKind].settle(trx, told, now);
  if (settled.ok) {
    await settleLine(trx, line.id, now.toString());
    return "settled";
  }
  await updateLine(trx, line.id, { refusedAt: now.toString(), providedUntil: null });
  await giveBack(run, invoice, line, settled.error.reason);
  return "refused";
}

/** Cover on a debit under way ends by itself; one that failed, or an invoice that was voided, ends it now. */
async function provideOrWithdraw(run: SyncRun, invoice: MirroredInvoice, line: InvoiceLine) {
  const { trx, now } = run;
  const until = invoice.stripe.state === "open" ? debitEnds(run, invoice) : null;
  if (until === line.providedUntil) return;
  const told = settledLine(run, invoice, line, dayOf(now.toString()));
  const { provide, withdraw } = settlements[line.subjectKind];
  if (until) await provide(trx, told, until, now);
  else await withdraw(trx, told, now);
  await updateLine(trx, line.id, { providedUntil: until });
}

function debitEnds(run: SyncRun, invoice: MirroredInvoice): string | null {
  const pending = paymentsOf(run, invoice).find(({ state }) => state === "pending");
  return pending ? addDays(beganOn(pending), DEBIT_DAYS) : null;
}

const paymentsOf = ({ truth }: SyncRun, { stripe }: MirroredInvoice): StripePayment[] =>
  stripe.intentIds.flatMap((intentId) => truth.payments.get(intentId) ?? []);

const beganOn = (payment: StripePayment) => dayOf(payment.attemptedAt ?? payment.createdAt);

function settledLine(
  run: SyncRun,
  invoice: MirroredInvoice,
  line: InvoiceLine,
  paidOn: string,
): SettledLine {
  const debit = paymentsOf(run, invoice).find(
    ({ method, state }) => method === "bacs" && (state === "pending" || state === "succeeded"),
  );
  return {
    lineId: line.id,
    invoiceId: line.invoiceId,
    subjectKind: line.subjectKind,
    subjectId: line.subjectId,
    priceId: line.priceId,
    payerId: run.payerId,
    paidOn,
    ...(debit && { debitBeganOn: beganOn(debit) }),
  };
}
