import type Stripe from "stripe";
import { Problem, refuse } from "../http/problem";
import { cancelIntent } from "../payments/intents";
import { idOf } from "../store/indexes";
import { moveTo } from "../subscriptions/standing";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { attemptPayment, methodFor } from "./collection";
import type { InvoiceStatus } from "./draft";
import { finalise } from "./finalise";
import { markPaid, openPayment } from "./paid";

/** Pays an open invoice now; a refusal of the bank is a 402. */
export function payInvoice(
  world: World,
  params: Stripe.InvoicePayParams,
  id: string,
): Stripe.Invoice {
  const before = world.store.need("invoice", id);
  const invoice = before.status === "draft" ? finalise(world, id) : before;
  if (invoice.status === "paid" && before.status !== "draft")
    throw refuse("Invoice is already paid", undefined, "invoice_already_paid");
  if (invoice.status === "paid") return invoice;
  if (invoice.status === "void")
    throw refuse(
      "This invoice is void and can no longer be paid.",
      undefined,
      "invoice_not_editable",
    );
  const waiting = intentOf(world, id);
  if (waiting?.status === "processing")
    throw refuse(
      "This invoice has a payment that is still processing.",
      undefined,
      "invoice_payment_intent_requires_action",
    );
  if (params.paid_out_of_band) return paidElsewhere(world, id);
  if (!params.payment_method && !methodFor(world, invoice))
    throw refuse(
      "There is no `default_payment_method` set on this Customer or Invoice. Please set a default payment method.",
      undefined,
      "resource_missing",
    );
  const outcome = attemptPayment(world, id, {
    isOnSession: params.off_session === false,
    method: params.payment_method,
  });
  if (outcome?.kind === "declined") throw cardProblem(outcome.refusal, intentOf(world, id));
  if (outcome?.kind === "needsAuthentication")
    throw new Problem(402, {
      type: "card_error",
      code: "invoice_payment_intent_requires_action",
      message:
        "This payment requires additional user action before it can be completed successfully.",
      payment_intent: intentOf(world, id),
    });
  return world.store.need("invoice", id);
}

/** Stripe's 402 for a card that was refused. */
export function cardProblem(
  refusal: { code: string; declineCode: string; message: string },
  intent: Stripe.PaymentIntent | undefined,
): Problem {
  return new Problem(402, {
    type: "card_error",
    code: refusal.code,
    decline_code: refusal.declineCode,
    message: refusal.message,
    payment_intent: intent,
  });
}

function paidElsewhere(world: World, id: string): Stripe.Invoice {
  const intent = intentOf(world, id);
  if (intent && intent.status !== "canceled") cancelIntent(world, intent.id, "void_invoice");
  return markPaid(world, id, true);
}

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

function intentOf(world: World, invoice: string): Stripe.PaymentIntent | undefined {
  return world.store.get(
    "payment_intent",
    idOf(openPayment(world, invoice)?.payment.payment_intent),
  );
}

function closeIntent(world: World, id: string): void {
  const intent = intentOf(world, id);
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
