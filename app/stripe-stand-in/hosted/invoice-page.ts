import express, { type Router } from "express";
import type Stripe from "stripe";
import { formatPence } from "../../lib/money";
import { attemptPayment } from "../invoices/collection";
import { openIntent } from "../invoices/paid";
import type { World } from "../world";
import { cardFields, fieldsMarkup, type Problems, summaryMarkup, type Values } from "./fields";
import { html, type Markup } from "./html";
import { layout, noticePage } from "./layout";
import { readCard, textsOf } from "./read-method";

/** The page behind an invoice's hosted_invoice_url: what it asks for, and a card form while it is open. */
export function invoicePages(world: World): Router {
  const router = express.Router();
  router.get("/invoices/:id", (request, response) => {
    const invoice = world.store.get("invoice", request.params.id);
    if (!invoice || invoice.status === "draft")
      return void response
        .status(404)
        .send(
          noticePage(request.baseUrl, "Invoice not found", "Check the address of the invoice."),
        );
    response.send(invoicePage(world, request.baseUrl, invoice));
  });
  router.post("/invoices/:id", (request, response) => {
    const invoice = world.store.get("invoice", request.params.id);
    const address = `${request.baseUrl}/invoices/${request.params.id}`;
    if (invoice?.status !== "open" || isUnderWay(world, invoice))
      return response.redirect(303, address);
    const values = textsOf(request.body);
    const read = readCard(world, values);
    if (!read.ok)
      return void response
        .status(422)
        .send(invoicePage(world, request.baseUrl, invoice, values, read.problems));
    const outcome = attemptPayment(world, invoice.id, { isOnSession: true, method: read.method });
    world.store.commit();
    if (outcome?.kind === "succeeded") return response.redirect(303, address);
    if (outcome?.kind === "needsAuthentication")
      return response.redirect(
        303,
        `${request.baseUrl}/authenticate/${openIntent(world, invoice.id)?.id}`,
      );
    const refusal =
      outcome?.kind === "declined" ? `${outcome.refusal.message} Use another card.` : null;
    const again = { ...values, cvc: "" };
    response.status(402).send(invoicePage(world, request.baseUrl, invoice, again, {}, refusal));
  });
  return router;
}

function invoicePage(
  world: World,
  base: string,
  invoice: Stripe.Invoice,
  values: Values = {},
  problems: Problems = {},
  refusal: string | null = null,
): string {
  const title = `Invoice ${invoice.number}`;
  return layout(
    base,
    title,
    html`<h1>${title}</h1>
<p>${stateWords(world, invoice)}</p>
<table><caption class="hint">What the invoice is for</caption><tbody>
${invoice.lines.data.map((line) => html`<tr><th scope="row">${line.description ?? "Item"}</th><td>${formatPence(line.amount)}</td></tr>`)}
</tbody><tfoot><tr><th scope="row">Total</th><td>${formatPence(invoice.total)}</td></tr></tfoot></table>
${(invoice.custom_fields ?? []).map((field) => html`<p>${field.name}: ${field.value}</p>`)}
${summaryMarkup(problems, refusal)}
${confirmLink(world, base, invoice)}
${invoice.status === "open" && !isUnderWay(world, invoice) && payForm(base, invoice, values, problems)}`,
  );
}

function payForm(
  base: string,
  invoice: Stripe.Invoice,
  values: Values,
  problems: Problems,
): Markup {
  return html`<form method="post" action="${base}/invoices/${invoice.id}" novalidate>
${fieldsMarkup(cardFields, values, problems)}
<button type="submit">Pay ${formatPence(invoice.amount_remaining)}</button></form>`;
}

function stateWords(world: World, invoice: Stripe.Invoice): string {
  if (invoice.status === "paid") return "This invoice has been paid.";
  if (isUnderWay(world, invoice)) return "A payment is on its way. There is nothing to do.";
  if (invoice.status === "open") return `${formatPence(invoice.amount_remaining)} is to be paid.`;
  return "This invoice no longer has to be paid.";
}

const isUnderWay = (world: World, invoice: Stripe.Invoice) =>
  openIntent(world, invoice.id)?.status === "processing";

/** A renewal that the bank wants confirmed can be confirmed from its invoice. */
function confirmLink(world: World, base: string, invoice: Stripe.Invoice): Markup | null {
  const intent = openIntent(world, invoice.id);
  if (intent?.status !== "requires_action") return null;
  return html`<p><a class="button" href="${base}/authenticate/${intent.id}">Confirm with your bank</a></p>`;
}
