import type Stripe from "stripe";
import { endpoint } from "../http/endpoint";
import { page, wholeList } from "../http/lists";
import { missing, refuse } from "../http/problem";
import { attemptPayment } from "../invoices/collection";
import { finalise } from "../invoices/finalise";
import { createInvoice, deleteInvoice, updateInvoice } from "../invoices/manual";
import { markUncollectible, sendInvoice, voidInvoice } from "../invoices/outcomes";
import { payInvoice } from "../invoices/pay";
import { idOf } from "../store/indexes";

const writable = [
  "auto_advance",
  "collection_method",
  "custom_fields",
  "days_until_due",
  "default_payment_method",
  "description",
  "due_date",
  "effective_at",
  "footer",
  "metadata",
  "number",
];

export const invoiceEndpoints = [
  endpoint<Stripe.InvoiceCreateParams>(
    "POST",
    "/invoices",
    "InvoiceCreateParams",
    [...writable, "currency", "customer", "pending_invoice_items_behavior"],
    createInvoice,
  ),
  endpoint<Stripe.InvoiceListParams>(
    "GET",
    "/invoices",
    "InvoiceListParams",
    ["collection_method", "created", "customer", "due_date", "status", "subscription"],
    (world, params) => {
      const { collection_method, customer, status, subscription } = params;
      const pool = subscription
        ? world.store.where("invoice", "subscription", subscription)
        : customer
          ? world.store.where("invoice", "customer", customer)
          : world.store.all("invoice");
      const candidates = pool.filter(
        (invoice) =>
          (!customer || idOf(invoice.customer) === customer) &&
          (!status || invoice.status === status) &&
          (!collection_method || invoice.collection_method === collection_method),
      );
      return page("invoice", candidates, params, "/v1/invoices");
    },
  ),
  endpoint("GET", "/invoices/:id", "InvoiceRetrieveParams", [], (world, _params, id) =>
    world.store.need("invoice", id),
  ),
  endpoint<Stripe.InvoiceUpdateParams>(
    "POST",
    "/invoices/:id",
    "InvoiceUpdateParams",
    writable,
    updateInvoice,
  ),
  endpoint("DELETE", "/invoices/:id", "InvoiceDeleteParams", [], (world, _params, id) =>
    deleteInvoice(world, id),
  ),
  endpoint<Stripe.InvoiceFinalizeInvoiceParams>(
    "POST",
    "/invoices/:id/finalize",
    "InvoiceFinalizeInvoiceParams",
    ["auto_advance"],
    (world, params, id) => {
      const open = finalise(world, id);
      if (params.auto_advance !== undefined)
        world.store.change("invoice", id, { auto_advance: params.auto_advance });
      const advances = params.auto_advance ?? open.auto_advance;
      if (advances && open.status === "open" && open.collection_method === "charge_automatically")
        attemptPayment(world, id, { isOnSession: false });
      return world.store.need("invoice", id);
    },
  ),
  endpoint<Stripe.InvoicePayParams>(
    "POST",
    "/invoices/:id/pay",
    "InvoicePayParams",
    ["paid_out_of_band", "payment_method", "off_session"],
    payInvoice,
  ),
  endpoint("POST", "/invoices/:id/void", "InvoiceVoidInvoiceParams", [], (world, _params, id) =>
    voidInvoice(world, id),
  ),
  endpoint("POST", "/invoices/:id/send", "InvoiceSendInvoiceParams", [], (world, _params, id) =>
    sendInvoice(world, id),
  ),
  endpoint(
    "POST",
    "/invoices/:id/mark_uncollectible",
    "InvoiceMarkUncollectibleParams",
    [],
    (world, _params, id) => markUncollectible(world, id),
  ),
  endpoint<Stripe.PaginationParams>(
    "GET",
    "/invoices/:id/lines",
    "InvoiceListLineItemsParams",
    [],
    (world, params, id) => {
      const { data } = world.store.need("invoice", id).lines;
      if (params.ending_before)
        throw refuse("The stand-in pages lines forward only.", "ending_before");
      const after = params.starting_after
        ? data.findIndex((line) => line.id === params.starting_after)
        : -1;
      if (params.starting_after && after < 0)
        throw missing("line_item", params.starting_after, "starting_after");
      const shown = data.slice(after + 1, after + 1 + (params.limit ?? 10));
      return {
        ...wholeList(shown, `/v1/invoices/${id}/lines`),
        has_more: after + 1 + shown.length < data.length,
      };
    },
  ),
  endpoint<Stripe.InvoicePaymentListParams>(
    "GET",
    "/invoice_payments",
    "InvoicePaymentListParams",
    ["invoice", "status", "payment", "created"],
    (world, params) => {
      const { invoice, payment, status } = params;
      const candidates = world.store
        .all("invoice_payment")
        .filter(
          (candidate) =>
            (!invoice || candidate.invoice === invoice) &&
            (!status || candidate.status === status) &&
            (!payment?.payment_intent ||
              candidate.payment.payment_intent === payment.payment_intent),
        );
      return page("invoice_payment", candidates, params, "/v1/invoice_payments");
    },
  ),
  endpoint(
    "GET",
    "/invoice_payments/:id",
    "InvoicePaymentRetrieveParams",
    [],
    (world, _params, id) => world.store.need("invoice_payment", id),
  ),
];
