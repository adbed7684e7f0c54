import type Stripe from "stripe";
import { HOUR } from "../clockwork/calendar";
import { wholeList } from "../http/lists";
import { newStripeId } from "../store/ids";
import { emit } from "../webhooks/events";
import type { World } from "../world";

export type InvoiceStatus = "draft" | "open" | "paid" | "uncollectible" | "void";

export interface InvoicePlan {
  customer: Stripe.Customer;
  subscription: Stripe.Subscription | null;
  reason: "manual" | "subscription_create" | "subscription_cycle" | "subscription_update";
  lines: Stripe.InvoiceLineItem[];
  collectionMethod: "charge_automatically" | "send_invoice";
  period: { start: number; end: number };
  /** Whether Stripe finalises the draft by itself an hour later. */
  advances: boolean;
  details?: Partial<Stripe.Invoice>;
}

/** Stripe leaves a draft of its own an hour for changes. */
const DRAFT_FOR = HOUR;

export function draftInvoice(world: World, plan: InvoicePlan): Stripe.Invoice {
  const id = newStripeId("invoice");
  const invoice = world.store.put("invoice", {
    ...blankInvoice(world, id, plan),
    ...totals(plan.lines, id),
    ...plan.details,
  });
  emit(world, "invoice.created", invoice);
  if (plan.advances) world.agenda.plan("finaliseInvoice", id, world.now() + DRAFT_FOR);
  return invoice;
}

/** The lines and the sums that follow from them. */
export function totals(lines: Stripe.InvoiceLineItem[], id: string): Partial<Stripe.Invoice> {
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  const due = Math.max(0, total);
  return {
    lines: wholeList(
      lines.map((line) => ({ ...line, invoice: id })),
      `/v1/invoices/${id}/lines`,
    ),
    subtotal: total,
    subtotal_excluding_tax: total,
    total,
    total_excluding_tax: total,
    amount_due: due,
    amount_remaining: due,
  };
}

function blankInvoice(world: World, id: string, plan: InvoicePlan): Stripe.Invoice {
  const { customer, subscription } = plan;
  return {
    id,
    object: "invoice",
    account_country: "GB",
    account_name: "Practice account",
    account_tax_ids: null,
    amount_due: 0,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: 0,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: plan.advances,
    automatic_tax: {
      disabled_reason: null,
      enabled: false,
      liability: null,
      provider: null,
      status: null,
    },
    automatically_finalizes_at: plan.advances ? world.now() + DRAFT_FOR : null,
    billing_reason: plan.reason,
    collection_method: plan.collectionMethod,
    created: world.now(),
    currency: plan.lines[0]?.currency ?? "gbp",
    custom_fields: customer.invoice_settings.custom_fields,
    customer: customer.id,
    customer_account: null,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: null,
    customer_tax_exempt: customer.tax_exempt ?? "none",
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    due_date: null,
    effective_at: null,
    ending_balance: null,
    footer: customer.invoice_settings.footer,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: "self" },
    last_finalization_error: null,
    latest_revision: null,
    lines: wholeList([], `/v1/invoices/${id}/lines`),
    livemode: false,
    metadata: {},
    next_payment_attempt:
      plan.advances && plan.collectionMethod === "charge_automatically"
        ? world.now() + DRAFT_FOR
        : null,
    number: null,
    on_behalf_of: null,
    parent: subscription && {
      type: "subscription_details",
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
    },
    payment_settings: {
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: null,
    },
    period_end: plan.period.end,
    period_start: plan.period.start,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: 0,
    statement_descriptor: null,
    status: "draft" satisfies InvoiceStatus,
    status_transitions: {
      finalized_at: null,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
    subtotal: 0,
    subtotal_excluding_tax: 0,
    test_clock: null,
    total: 0,
    total_discount_amounts: [],
    total_excluding_tax: 0,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: world.now(),
  };
}
