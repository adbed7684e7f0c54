import { record } from "~/history/record";
import { newId } from "~/lib/id";
import type { StripeRefund } from "../gateway";
import { tellOfRefund } from "../notices";
import { paymentsOfPayer } from "../queries/mirror";
import { payerById } from "../queries/payers";
import { insertRefund, refundsOfPayer, updateRefund } from "../queries/refunds";
import type { SyncRun } from "./sync-payer";

/** Mirrors refunds to where they end: given back, or failed at the bank. */
export async function writeRefunds(run: SyncRun): Promise<void> {
  const known = await refundsOfPayer(run.trx, run.payerId);
  const payments = await paymentsOfPayer(run.trx, run.payerId);
  for (const [intentId, refunds] of run.truth.refunds) {
    const payment = payments.find(
      ({ stripePaymentIntentId }) => stripePaymentIntentId === intentId,
    );
    if (!payment) continue;
    for (const refund of refunds) {
      const before = known.find(
        ({ id, stripeId }) => id === refund.refundId || stripeId === refund.id,
      );
      if (before) await followRefund(run, before, refund);
      else await adoptRefund(run, payment.id, refund);
    }
  }
}

type KnownRefund = Awaited<ReturnType<typeof refundsOfPayer>>[number];

/** Writes what Stripe says of a refund that we have a row of. */
export async function followRefund(
  run: Pick<SyncRun, "trx" | "payerId" | "now" | "differed">,
  before: Pick<KnownRefund, "id" | "state" | "pence" | "stripeId">,
  refund: StripeRefund,
): Promise<void> {
  const { trx, now, differed } = run;
  const { state, failure } = refund;
  if (before.state === state && before.stripeId === refund.id) return;
  const finishedAt = state === "pending" ? null : now.toString();
  await updateRefund(trx, before.id, { state, failure, stripeId: refund.id, finishedAt });
  if (before.state === state) return;
  differed(`A refund is ${state}`);
  await recordRefund(run, before.id, state);
  await tellOfRefund(run, { id: before.id, state, pence: before.pence });
}

/** A refund that was made at Stripe, not here. */
async function adoptRefund(run: SyncRun, paymentId: string, refund: StripeRefund): Promise<void> {
  const { trx, now, differed } = run;
  const { id: stripeId, pence, state, failure, createdAt } = refund;
  const id = newId();
  await insertRefund(trx, {
    id,
    paymentId,
    pence,
    reason: "Made in Stripe's own dashboard",
    by: null,
    state,
    failure,
    stripeId,
    requestedAt: createdAt,
    finishedAt: state === "pending" ? null : now.toString(),
  });
  differed(`A refund that was made at Stripe is ${state}`);
  await recordRefund(run, id, state);
  await tellOfRefund(run, { id, state, pence });
}

async function recordRefund(
  { trx, payerId, now }: Pick<SyncRun, "trx" | "payerId" | "now">,
  id: string,
  state: StripeRefund["state"],
): Promise<void> {
  const payer = await payerById(trx, payerId);
  const act = `billing.refund${{ pending: "Sent", succeeded: "Succeeded", failed: "Failed" }[state]}`;
  await record(
    trx,
    { actorId: null, act, subject: { kind: "refund", id }, personId: payer?.personId },
    now,
  );
}
