import type Stripe from "stripe";
import { DAY } from "../clockwork/calendar";
import { refuse } from "../http/problem";
import { type IntentPlan, newIntent } from "../payments/intents";
import { newStripeId } from "../store/ids";
import { idOf } from "../store/indexes";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import type { InvoiceStatus } from "./draft";
import { markPaid } from "./paid";

/** Makes a draft a numbered invoice that can be paid; one of nothing is paid at once. */
export function finalise(world: World, id: string, intentId?: string): Stripe.Invoice {
  const draft = world.store.need("invoice", id);
  if (draft.status !== "draft")
    throw refuse(
      "This invoice is already finalized, you can't re-finalize a non-draft invoice.",
      undefined,
      "invoice_not_editable",
    );
  if (draft.lines.data.length === 0)
    throw refuse(
      "You cannot finalize an invoice without any line items.",
      undefined,
      "invoice_no_customer_line_items",
    );
  if (draft.collection_method === "send_invoice" && !draft.customer_email)
    throw refuse(
      "Missing email. In order to create invoices that are sent to the customer, the customer must have a valid email.",
      "customer",
    );
  world.agenda.cancel("finaliseInvoice", id);
  const intent =
    draft.amount_due > 0 ? (intentId ?? newIntent(world, intentOf(draft)).id) : undefined;
  const open = world.store.change("invoice", id, opened(world, draft));
  if (intent) writePayment(world, open, intent);
  emit(world, "invoice.finalized", open);
  if (!intent) return markPaid(world, id);
  if (open.due_date) world.agenda.plan("markOverdue", id, open.due_date);
  return open;
}

function opened(world: World, draft: Stripe.Invoice): Partial<Stripe.Invoice> {
  const dueInDays =
    draft.collection_method === "send_invoice" && draft.due_date === null
      ? daysOf(world, draft)
      : null;
  const address = `${world.publicOrigin}/stripe-stand-in/invoices/${draft.id}`;
  return {
    status: "open" satisfies InvoiceStatus,
    number: draft.number ?? nextNumber(world, draft),
    effective_at: draft.effective_at ?? world.now(),
    automatically_finalizes_at: null,
    hosted_invoice_url: address,
    invoice_pdf: `${address}/pdf`,
    ending_balance: 0,
    status_transitions: { ...draft.status_transitions, finalized_at: world.now() },
    ...(dueInDays !== null && { due_date: world.now() + dueInDays * DAY }),
  };
}

/** Terms asked for when the invoice was drafted, kept by the subscription; Stripe's own default is 30 days. */
function daysOf(world: World, draft: Stripe.Invoice): number {
  return (
    world.store.get("subscription", idOf(draft.parent?.subscription_details?.subscription))
      ?.days_until_due ?? 30
  );
}

function nextNumber(world: World, draft: Stripe.Invoice): string {
  const customer = world.store.need("customer", idOf(draft.customer));
  const sequence = customer.next_invoice_sequence ?? 1;
  world.store.change("customer", customer.id, { next_invoice_sequence: sequence + 1 });
  return `${customer.invoice_prefix}-${String(sequence).padStart(4, "0")}`;
}

/** What an invoice asks of its PaymentIntent. */
export function intentOf(invoice: Stripe.Invoice): IntentPlan {
  return {
    amount: invoice.amount_remaining,
    currency: invoice.currency,
    customer: idOf(invoice.customer) ?? null,
    description:
      invoice.description ??
      (invoice.parent?.subscription_details ? "Subscription update" : "Payment for Invoice"),
  };
}

export function writePayment(world: World, invoice: Stripe.Invoice, intent: string): void {
  world.store.put("invoice_payment", {
    id: newStripeId("invoice_payment"),
    object: "invoice_payment",
    amount_paid: null,
    amount_requested: invoice.amount_remaining,
    created: world.now(),
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { type: "payment_intent", payment_intent: intent },
    status: "open",
    status_transitions: { canceled_at: null, paid_at: null },
  });
}
