import { afterDebit, expireSession } from "../checkout/complete";
import { afterAttempt, attemptPayment, invoiceOfIntent } from "../invoices/collection";
import { finalise } from "../invoices/finalise";
import { voidInvoice } from "../invoices/outcomes";
import { raiseDispute } from "../payments/disputes";
import { completePayout, payOut } from "../payments/payouts";
import { failRefund, settleRefund } from "../payments/refund";
import { settleDebit } from "../payments/settle";
import { idOf } from "../store/indexes";
import type { Task, TaskKind } from "../store/records";
import { endSubscription } from "../subscriptions/cancel";
import { renew } from "../subscriptions/renew";
import { emit } from "../webhooks/events";
import type { World } from "../world";

const deeds: Record<TaskKind, (world: World, subject: string) => void> = {
  renewSubscription: renew,
  endSubscription: (world, id) => endSubscription(world, id, "cancellation_requested"),
  expireIncomplete,
  finaliseInvoice: finaliseDraft,
  collectInvoice: retry,
  markOverdue,
  settleDebit: answerDebit,
  raiseDispute: dispute,
  settleRefund,
  failRefund,
  expireCheckout: expireSession,
  payOut,
  completePayout,
  deliverEvent: (world, id) => world.announce(id),
};

/** Does one thing that has fallen due. */
export function perform(world: World, task: Task): void {
  deeds[task.what](world, task.subject);
}

/** An incomplete subscription that nobody paid is over, and its invoice void. */
function expireIncomplete(world: World, id: string): void {
  const subscription = world.store.need("subscription", id);
  if (subscription.status !== "incomplete") return;
  const invoice = world.store.get("invoice", idOf(subscription.latest_invoice));
  if (invoice?.status === "open") voidInvoice(world, invoice.id);
}

function finaliseDraft(world: World, id: string): void {
  const draft = world.store.get("invoice", id);
  if (draft?.status !== "draft" || draft.lines.data.length === 0) return;
  const open = finalise(world, id);
  if (open.status !== "open") return;
  if (open.collection_method === "send_invoice") emit(world, "invoice.sent", open);
  else attemptPayment(world, id, { isOnSession: false });
}

function retry(world: World, id: string): void {
  const invoice = world.store.get("invoice", id);
  if (invoice?.status === "open") attemptPayment(world, id, { isOnSession: false });
}

function markOverdue(world: World, id: string): void {
  const invoice = world.store.get("invoice", id);
  if (invoice?.status === "open") emit(world, "invoice.overdue", invoice);
}

function answerDebit(world: World, intent: string): void {
  const outcome = settleDebit(world, intent);
  if (!outcome) return;
  const invoice = invoiceOfIntent(world, intent);
  if (invoice) afterAttempt(world, invoice.id, outcome);
  afterDebit(world, intent, invoice?.id, outcome.kind === "succeeded");
}

function dispute(world: World, charge: string): void {
  const found = world.store.get("charge", charge);
  if (found && !found.disputed && !found.refunded) raiseDispute(world, charge);
}
