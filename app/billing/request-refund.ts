import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { enqueue } from "~/jobs/enqueue";
import { newId } from "~/lib/id";
import type { Pence } from "~/lib/money";
import { err, ok, type Result } from "~/lib/result";
import { sendLater } from "~/mail/send-later";
import type { Trx } from "~/schema";
import { payerById } from "./queries/payers";
import { insertRefund, refundablePayment, refundById } from "./queries/refunds";

export interface RefundRequest {
  paymentId: string;
  pence: Pence;
  reason: string;
  /** Who of the office asks; null where the portal itself does, by a rule. */
  by: string | null;
  /** Made when the form was rendered, so that sending it twice makes one refund. */
  id?: string;
}

export type NotRefundable =
  | { reason: "noSuchPayment" }
  | { reason: "notPaid" }
  /** Not taken through Stripe: it goes back by hand. */
  | { reason: "notOnline" }
  | { reason: "moreThanLeft"; leftPence: Pence }
  /** Nobody refunds themselves. */
  | { reason: "ownPayment" }
  /** The form was sent twice. */
  | { reason: "alreadyRequested" };

/** Asks for money to go back: first a row, then the job that tells Stripe. Never more than was paid and has not gone back. */
export async function requestRefund(
  trx: Trx,
  { paymentId, pence, reason, by, id = newId() }: RefundRequest,
  now: Temporal.Instant,
): Promise<Result<{ refundId: string }, NotRefundable>> {
  const payment = await refundablePayment(trx, paymentId);
  if (!payment) return err({ reason: "noSuchPayment" });
  if (payment.state !== "succeeded") return err({ reason: "notPaid" });
  if (!payment.stripePaymentIntentId) return err({ reason: "notOnline" });
  if (by !== null && by === payment.personId) return err({ reason: "ownPayment" });
  if (await refundById(trx, id)) return err({ reason: "alreadyRequested" });
  const leftPence = payment.pence - Number(payment.refundedPence ?? 0);
  if (!Number.isInteger(pence) || pence < 1 || pence > leftPence)
    return err({ reason: "moreThanLeft", leftPence });
  await writeRefund(trx, { id, paymentId, pence, reason, by, personId: payment.personId }, now);
  await enqueue(trx, "billing.refund", { refundId: id }, now, {
    uniqueKey: `billing.refund ${id}`,
  });
  const payer = await payerById(trx, payment.payerId);
  const { invoiceNumber } = payment;
  if (payer)
    await sendLater(
      trx,
      "billing.refundRequested",
      { personId: payer.personId },
      { givenName: payer.givenName, pence, invoiceNumber },
      now,
    );
  return ok({ refundId: id });
}

/** The refund's row and its history; Stripe is told by the job. */
export async function writeRefund(
  trx: Trx,
  given: Required<RefundRequest> & { personId: string | null },
  now: Temporal.Instant,
): Promise<void> {
  const { id, paymentId, pence, reason, by, personId } = given;
  await insertRefund(trx, {
    id,
    paymentId,
    pence,
    reason,
    by,
    state: "requested",
    failure: null,
    stripeId: null,
    requestedAt: now.toString(),
    finishedAt: null,
  });
  await record(
    trx,
    {
      actorId: by,
      act: "billing.refundRequested",
      subject: { kind: "refund", id },
      personId,
      reason,
      changes: { pence: { after: String(pence) } },
    },
    now,
  );
}
