import type Stripe from "stripe";
import { refuse } from "../http/problem";
import { cancelIntent } from "../payments/intents";
import { idOf } from "../store/indexes";
import { moveTo } from "../subscriptions/standing";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import type { InvoiceStatus } from "./draft";
import { finalise } from "./finalise";
import { openIntent, openPayment } from "./paid";

export function voidInvoice(world: World, id: string): Stripe.Invoice {
  const before = world.store.need("invoice", id);
  if (before.status !== "open" && before.status !== "uncollectible")
    throw refuse(
      `You can only pass in open invoices. This invoice isn't open.`,
      undefined,
      "invoice_not_editable",
    );
  closeIntent(world, id);
  const voided = world.store.change("invoice", id, {
    status: "void" satisfies InvoiceStatus,
    auto_advance: false,
    next_payment_attempt: null,
    status_transitions: { ...before.status_transitions, voided_at: world.now() },
  });
  emit(world, "invoice.voided", voided);
  releaseSubscription(world, voided);
  return voided;
}

export function markUncollectible(world: World, id: string): Stripe.Invoice {
  const before = world.store.need("invoice", id);
  if (before.status !== "open")
    throw refuse(
      "You can only mark an open invoice as uncollectible.",
      undefined,
      "invoice_not_editable",
    );
  world.agenda.cancel("collectInvoice", id);
  const marked = world.store.change("invoice", id, {
    status: "uncollectible" satisfies InvoiceStatus,
    auto_advance: false,
    next_payment_attempt: null,
    status_transitions: { ...before.status_transitions, marked_uncollectible_at: world.now() },
  });
  emit(world, "invoice.marked_uncollectible", marked);
  return marked;
}

/** Sends an invoice for payment by its due date, finalising a draft first. */
export function sendInvoice(world: World, id: string): Stripe.Invoice {
  const before = world.store.need("invoice", id);
  if (before.collection_method !== "send_invoice")
    throw refuse(
      "You can only manually send an invoice if its collection method is 'send_invoice'.",
      undefined,
      "invoice_not_editable",
    );
  const invoice = before.status === "draft" ? finalise(world, id) : before;
  if (invoice.status !== "open")
    throw refuse(
      `You can only send open invoices; this one is ${invoice.status}.`,
      undefined,
      "invoice_not_editable",
    );
  emit(world, "invoice.sent", invoice);
  return invoice;
}

function closeIntent(world: World, id: string): void {
  const intent = openIntent(world, id);
  if (intent?.status === "processing")
    throw refuse(
      "You cannot void an invoice while its payment is processing.",
      undefined,
      "invoice_not_editable",
    );
  if (intent && intent.status !== "canceled") cancelIntent(world, intent.id, "void_invoice");
  const payment = openPayment(world, id);
  if (payment)
    world.store.change("invoice_payment", payment.id, {
      status: "canceled",
      status_transitions: { canceled_at: world.now(), paid_at: null },
    });
  world.agenda.cancel("collectInvoice", id);
  world.agenda.cancel("markOverdue", id);
}

/** A late subscription whose only open invoice is voided is active again; an incomplete one is over. */
function releaseSubscription(world: World, invoice: Stripe.Invoice): void {
  const subscription = world.store.get(
    "subscription",
    idOf(invoice.parent?.subscription_details?.subscription),
  );
  if (!subscription) return;
  if (subscription.status === "incomplete") {
    world.agenda.cancel("renewSubscription", subscription.id);
    world.agenda.cancel("expireIncomplete", subscription.id);
    moveTo(world, subscription.id, "incomplete_expired", { ended_at: world.now() });
  }
  const isOwing = world.store
    .where("invoice", "subscription", subscription.id)
    .some((other) => other.status === "open");
  if (subscription.status === "past_due" && !isOwing) moveTo(world, subscription.id, "active");
}
