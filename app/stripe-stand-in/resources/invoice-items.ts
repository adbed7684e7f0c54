import Stripe from "stripe";
import { endpoint } from "../http/endpoint";
import { page } from "../http/lists";
import { mergedMetadata } from "../http/metadata";
import { refuse } from "../http/problem";
import { totals } from "../invoices/draft";
import { lineOfItem, pricingOf } from "../invoices/lines";
import { newStripeId } from "../store/ids";
import { idOf } from "../store/indexes";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { priceFor } from "./price-of-line";

export const invoiceItemEndpoints = [
  endpoint<Stripe.InvoiceItemCreateParams>(
    "POST",
    "/invoiceitems",
    "InvoiceItemCreateParams",
    [
      "amount",
      "currency",
      "customer",
      "description",
      "invoice",
      "metadata",
      "period",
      "pricing.price",
      "price_data",
      "quantity",
      "unit_amount_decimal",
    ],
    createItem,
  ),
  endpoint<Stripe.InvoiceItemListParams>(
    "GET",
    "/invoiceitems",
    "InvoiceItemListParams",
    ["created", "customer", "invoice", "pending"],
    (world, params) => {
      const { customer, invoice, pending } = params;
      const candidates = world.store
        .all("invoiceitem")
        .filter(
          (item) =>
            (!customer || idOf(item.customer) === customer) &&
            (!invoice || idOf(item.invoice) === invoice) &&
            (pending === undefined || (item.invoice === null) === pending),
        );
      return page("invoiceitem", candidates, params, "/v1/invoiceitems");
    },
  ),
  endpoint("GET", "/invoiceitems/:id", "InvoiceItemRetrieveParams", [], (world, _params, id) =>
    world.store.need("invoiceitem", id),
  ),
  endpoint("DELETE", "/invoiceitems/:id", "InvoiceItemDeleteParams", [], deleteItem),
];

/** A charge to be billed: on the named draft, or on the customer's next invoice. */
export function createItem(
  world: World,
  params: Stripe.InvoiceItemCreateParams,
): Stripe.InvoiceItem {
  const customer = world.store.need("customer", params.customer, "customer");
  const invoice = params.invoice ? editableInvoice(world, params.invoice, customer.id) : undefined;
  const quantity = params.quantity ?? 1;
  const price =
    params.pricing || params.price_data
      ? priceFor(world, { price: params.pricing?.price, price_data: params.price_data }, "pricing")
      : undefined;
  const amount = amountOf(params, price, quantity);
  const item = world.store.put("invoiceitem", {
    id: newStripeId("invoiceitem"),
    object: "invoiceitem",
    amount,
    currency: price?.currency ?? params.currency ?? "gbp",
    customer: customer.id,
    customer_account: null,
    date: world.now(),
    description:
      params.description ??
      (price ? (world.store.get("product", idOf(price.product))?.name ?? null) : null),
    discountable: true,
    discounts: [],
    invoice: invoice?.id ?? null,
    livemode: false,
    metadata: mergedMetadata({}, params.metadata),
    net_amount: amount,
    parent: null,
    period: params.period ?? { start: world.now(), end: world.now() },
    pricing: price ? pricingOf(price) : null,
    proration: false,
    quantity,
    quantity_decimal: Stripe.Decimal.from(quantity),
    tax_rates: [],
    test_clock: null,
  });
  emit(world, "invoiceitem.created", item);
  if (invoice) {
    const lines = [...invoice.lines.data, lineOfItem(item)];
    const changed = world.store.change("invoice", invoice.id, totals(lines, invoice.id));
    emit(world, "invoice.updated", changed, { total: invoice.total });
  }
  return item;
}

function deleteItem(world: World, _params: object, id: string): Stripe.DeletedInvoiceItem {
  const item = world.store.need("invoiceitem", id);
  const invoice = idOf(item.invoice);
  if (invoice) {
    const draft = editableInvoice(world, invoice, idOf(item.customer) ?? "");
    const lines = draft.lines.data.filter(
      (line) => line.parent?.invoice_item_details?.invoice_item !== id,
    );
    world.store.change("invoice", invoice, totals(lines, invoice));
  }
  world.store.remove("invoiceitem", id);
  emit(world, "invoiceitem.deleted", item);
  return { id, object: "invoiceitem", deleted: true };
}

function editableInvoice(world: World, id: string, customer: string): Stripe.Invoice {
  const invoice = world.store.need("invoice", id, "invoice");
  if (idOf(invoice.customer) !== customer)
    throw refuse("The invoice does not belong to this customer.", "invoice");
  if (invoice.status !== "draft")
    throw refuse("This invoice is no longer editable", "invoice", "invoice_not_editable");
  return invoice;
}

function amountOf(
  params: Stripe.InvoiceItemCreateParams,
  price: Stripe.Price | undefined,
  quantity: number,
): number {
  if (params.amount !== undefined && price)
    throw refuse("You may only specify one of these parameters: amount, pricing.", "amount");
  if (price) return (price.unit_amount ?? 0) * quantity;
  if (params.amount !== undefined) {
    if (!params.currency)
      throw refuse("Missing required param: currency.", "currency", "parameter_missing");
    return params.amount;
  }
  if (params.unit_amount_decimal !== undefined)
    return Number(params.unit_amount_decimal) * quantity;
  throw refuse("Missing required param: amount.", "amount", "parameter_missing");
}
