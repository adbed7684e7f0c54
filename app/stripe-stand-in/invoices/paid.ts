import type Stripe from "stripe";
import { idOf } from "../store/indexes";
import { subscriptionPaid } from "../subscriptions/standing";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import type { InvoiceStatus } from "./draft";

/** The open payment of an invoice, if Stripe still expects one. */
export function openPayment(world: World, invoice: string): Stripe.InvoicePayment | undefined {
  return world.store
    .where("invoice_payment", "invoice", invoice)
    .findLast((payment) => payment.status === "open");
}

/** The intent by which an open invoice is to be paid. */
export function openIntent(world: World, invoice: string): Stripe.PaymentIntent | undefined {
  return world.store.get(
    "payment_intent",
    idOf(openPayment(world, invoice)?.payment.payment_intent),
  );
}

/** The invoice is settled, by its PaymentIntent or outside Stripe. */
export function markPaid(world: World, id: string, isOutOfBand = false): Stripe.Invoice {
  const before = world.store.need("invoice", id);
  world.agenda.cancel("collectInvoice", id);
  world.agenda.cancel("markOverdue", id);
  closePayment(world, id, before, isOutOfBand);
  const paid = world.store.change("invoice", id, {
    status: "paid" satisfies InvoiceStatus,
    amount_paid: isOutOfBand ? 0 : before.amount_due,
    ...(isOutOfBand && { amount_paid_off_stripe: before.amount_due }),
    amount_remaining: 0,
    attempted: true,
    auto_advance: false,
    next_payment_attempt: null,
    status_transitions: { ...before.status_transitions, paid_at: world.now() },
  });
  emit(world, "invoice.updated", paid, { status: before.status });
  emit(world, "invoice.paid", paid);
  emit(world, "invoice.payment_succeeded", paid);
  const subscription = idOf(paid.parent?.subscription_details?.subscription);
  if (subscription) subscriptionPaid(world, subscription);
  return world.store.need("invoice", id);
}

function closePayment(
  world: World,
  invoice: string,
  before: Stripe.Invoice,
  isOutOfBand: boolean,
): void {
  const payment = openPayment(world, invoice);
  if (!payment) return;
  const closed = world.store.change("invoice_payment", payment.id, {
    status: isOutOfBand ? "canceled" : "paid",
    amount_paid: isOutOfBand ? null : before.amount_due,
    status_transitions: isOutOfBand
      ? { canceled_at: world.now(), paid_at: null }
      : { canceled_at: null, paid_at: world.now() },
  });
  if (!isOutOfBand) emit(world, "invoice_payment.paid", closed);
}
