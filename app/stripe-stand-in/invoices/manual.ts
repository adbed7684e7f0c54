import type Stripe from "stripe";
import { DAY, HOUR } from "../clockwork/calendar";
import { mergedMetadata } from "../http/metadata";
import { refuse } from "../http/problem";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { draftInvoice } from "./draft";
import { lineOfItem } from "./lines";
import { pendingItems, tieItems } from "./pending";

/** An invoice of one's own making; it stays a draft until finalised, unless it may advance. */
export function createInvoice(world: World, params: Stripe.InvoiceCreateParams): Stripe.Invoice {
  if (!params.customer)
    throw refuse("You must provide a customer.", "customer", "parameter_missing");
  const customer = world.store.need("customer", params.customer, "customer");
  const collectionMethod = collectionOf(params.collection_method ?? "charge_automatically");
  checkTerms(params, collectionMethod);
  const pending =
    params.pending_invoice_items_behavior === "include" ? pendingItems(world, customer.id) : [];
  const invoice = draftInvoice(world, {
    customer,
    subscription: null,
    reason: "manual",
    lines: pending.map(lineOfItem),
    collectionMethod,
    period: { start: world.now(), end: world.now() },
    advances: params.auto_advance ?? false,
    details: {
      ...written(world, params),
      currency: params.currency ?? "gbp",
      metadata: mergedMetadata({}, params.metadata),
    },
  });
  tieItems(world, pending, invoice.id);
  return invoice;
}

/** Drafts may change freely; a finalised invoice only in its metadata and whether Stripe carries on by itself. */
export function updateInvoice(
  world: World,
  params: Stripe.InvoiceUpdateParams,
  id: string,
): Stripe.Invoice {
  const before = world.store.need("invoice", id);
  const { metadata, auto_advance: advances, ...rest } = params;
  const changes = Object.keys(rest).filter(
    (name) => name !== "expand" && name !== "default_payment_method",
  );
  if (before.status !== "draft" && changes.length)
    throw refuse(
      `Finalized invoices can't be updated in this way`,
      changes[0],
      "invoice_not_editable",
    );
  const collectionMethod = collectionOf(params.collection_method ?? before.collection_method);
  if (changes.length)
    checkTerms(
      { ...params, days_until_due: params.days_until_due ?? (before.due_date ? 1 : undefined) },
      collectionMethod,
    );
  const after = world.store.change("invoice", id, {
    ...written(world, params),
    ...(params.collection_method && { collection_method: collectionMethod }),
    ...(advances !== undefined && { auto_advance: advances }),
    ...(metadata !== undefined && { metadata: mergedMetadata(before.metadata, metadata) }),
  });
  if (advances === true && after.status === "draft")
    world.agenda.plan("finaliseInvoice", id, world.now() + HOUR);
  if (advances === false) {
    world.agenda.cancel("finaliseInvoice", id);
    world.agenda.cancel("collectInvoice", id);
  }
  emit(world, "invoice.updated", after);
  return after;
}

/** Only a draft of one's own can be deleted; others are voided. */
export function deleteInvoice(world: World, id: string): Stripe.DeletedInvoice {
  const invoice = world.store.need("invoice", id);
  if (invoice.status !== "draft" || invoice.parent?.subscription_details)
    throw refuse("You can only delete draft one-off invoices.", undefined, "invoice_not_editable");
  for (const item of world.store.where("invoiceitem", "invoice", id))
    world.store.remove("invoiceitem", item.id);
  world.agenda.cancel("finaliseInvoice", id);
  world.store.remove("invoice", id);
  emit(world, "invoice.deleted", invoice);
  return { id, object: "invoice", deleted: true };
}

type Writable = Pick<
  Stripe.InvoiceUpdateParams,
  | "custom_fields"
  | "days_until_due"
  | "default_payment_method"
  | "description"
  | "due_date"
  | "effective_at"
  | "footer"
  | "number"
>;

function written(world: World, params: Writable): Partial<Stripe.Invoice> {
  const due =
    params.due_date ||
    (params.days_until_due !== undefined ? world.now() + params.days_until_due * DAY : undefined);
  if (params.custom_fields && params.custom_fields.length > 4)
    throw refuse("You can only specify up to 4 custom fields.", "custom_fields");
  if (params.default_payment_method)
    world.store.need("payment_method", params.default_payment_method, "default_payment_method");
  return {
    ...(params.custom_fields !== undefined && { custom_fields: params.custom_fields || null }),
    ...(params.description !== undefined && { description: params.description || null }),
    ...(params.footer !== undefined && { footer: params.footer || null }),
    ...(params.default_payment_method !== undefined && {
      default_payment_method: params.default_payment_method || null,
    }),
    ...(params.effective_at && { effective_at: params.effective_at }),
    ...(params.number && { number: params.number }),
    ...(due && { due_date: due }),
  };
}

function checkTerms(
  params: Writable,
  collectionMethod: "charge_automatically" | "send_invoice",
): void {
  const hasTerms = params.days_until_due !== undefined || Boolean(params.due_date);
  if (params.days_until_due !== undefined && params.due_date)
    throw refuse(
      "You may only specify one of these parameters: days_until_due, due_date.",
      "days_until_due",
    );
  if (collectionMethod === "send_invoice" && !hasTerms)
    throw refuse(
      "You must pass either days_until_due or due_date when `collection_method` is `send_invoice`.",
      "days_until_due",
      "parameter_missing",
    );
  if (collectionMethod === "charge_automatically" && hasTerms)
    throw refuse(
      "You can only specify days_until_due or due_date if `collection_method` is `send_invoice`.",
      "days_until_due",
    );
}

const collectionOf = (method: string) =>
  method === "send_invoice" ? "send_invoice" : "charge_automatically";
