import { enqueue } from "~/jobs/enqueue";
import { newId } from "~/lib/id";
import { sendLater } from "~/mail/send-later";
import type { SettlementRefusal } from "~/settlements";
import { cancelSubscription } from "./cancel-subscriptions";
import { tellTreasurers } from "./notices";
import { paymentsOfPayer } from "./queries/mirror";
import { payerById } from "./queries/payers";
import { writeRefund } from "./request-refund";
import type { SyncRun } from "./sync/sync-payer";
import type { MirroredInvoice } from "./sync/write-invoices";
import type { InvoiceLine } from "./tables";

/** For the office and the history. */
const REASONS: Record<SettlementRefusal["reason"], string> = {
  duplicate: "Paid twice for the same thing",
  ended: "Paid after the membership had ended",
};

/** Money for a line that nothing can be given for goes back by itself, its subscription ends, and both sides are told. */
export async function giveBack(
  run: SyncRun,
  invoice: MirroredInvoice,
  line: InvoiceLine,
  why: SettlementRefusal["reason"],
): Promise<void> {
  const { trx, payerId, now } = run;
  const reason = REASONS[why];
  const pence = line.netPence + line.vatPence;
  const { subscriptionId } = invoice.stripe;
  if (subscriptionId) await cancelSubscription(trx, { subscriptionId, reason, by: null }, now);
  const payment = (await paymentsOfPayer(trx, payerId)).find(
    ({ invoiceId, state }) => invoiceId === invoice.id && state === "succeeded",
  );
  const payer = await payerById(trx, payerId);
  if (payment) {
    const refund = { id: newId(), paymentId: payment.id, pence, reason, by: null };
    await writeRefund(trx, { ...refund, personId: payer?.personId ?? null }, now);
    await enqueue(trx, "billing.refund", { refundId: refund.id }, now, {
      uniqueKey: `billing.refund ${refund.id}`,
    });
  }
  if (payer)
    await sendLater(
      trx,
      "billing.givenBack",
      { personId: payer.personId },
      { givenName: payer.givenName, words: line.words, pence, invoiceNumber: invoice.number, why },
      now,
    );
  await tellTreasurers(trx, now, {
    what: payment ? "givenBack" : "notTakenOnline",
    reason,
    pence,
    invoiceNumber: invoice.number,
    path: payment ? `/admin/money/payments/${payment.id}` : "/admin/money",
  });
}
