import type Stripe from "stripe";
import { formatPence } from "../../lib/money";
import type { MethodType } from "../checkout/rules";
import { checkoutLine } from "../http/expand";
import type { World } from "../world";
import {
  cardFields,
  debitFields,
  emailField,
  fieldsMarkup,
  type Problems,
  summaryMarkup,
  type Values,
} from "./fields";
import { html, type Markup } from "./html";
import { layout } from "./layout";

const methodWords: Record<MethodType, string> = { card: "Card", bacs_debit: "Bacs Direct Debit" };

export interface Shown {
  method: MethodType;
  values: Values;
  problems: Problems;
  refusal: string | null;
}

export function checkoutPage(
  world: World,
  base: string,
  session: Stripe.Checkout.Session,
  shown: Shown,
): string {
  const title =
    session.mode === "setup"
      ? "Save how you want to pay"
      : `Pay ${formatPence(session.amount_total ?? 0)}`;
  const offered = session.payment_method_types as MethodType[];
  const fields = [
    ...(session.customer || session.customer_email ? [] : [emailField]),
    ...(shown.method === "card" ? cardFields : debitFields),
  ];
  const content = html`${session.cancel_url && html`<p><a href="${session.cancel_url}">Back without paying</a></p>`}
<h1>${title}</h1>
${linesMarkup(world, session)}
${summaryMarkup(shown.problems, shown.refusal)}
${offered.length > 1 && methodsMarkup(base, session.id, offered, shown.method)}
<form method="post" action="${base}/checkout/${session.id}" novalidate>
<input type="hidden" name="method" value="${shown.method}">
${fieldsMarkup(fields, shown.values, shown.problems)}
${shown.method === "bacs_debit" && guarantee}
<button type="submit">${buttonWords(session, shown.method)}</button>
</form>`;
  return layout(
    base,
    shown.refusal || Object.keys(shown.problems).length ? `Problem: ${title}` : title,
    content,
  );
}

function linesMarkup(world: World, session: Stripe.Checkout.Session): Markup | null {
  const lines = (world.store.get("plan", session.id)?.lines ?? []).map((line) =>
    checkoutLine(world, line),
  );
  if (!lines.length) return null;
  return html`<table><caption class="hint">What you are paying for</caption><tbody>
${lines.map((line) => html`<tr><th scope="row">${line.description ?? "Item"}${line.quantity > 1 && ` × ${line.quantity}`}</th><td>${formatPence(line.amount_total)}${rhythmWords(line.price)}</td></tr>`)}
</tbody><tfoot><tr><th scope="row">To pay today</th><td>${formatPence(session.amount_total ?? 0)}</td></tr></tfoot></table>`;
}

function rhythmWords({ recurring }: Stripe.Price): string {
  if (!recurring) return "";
  return recurring.interval_count === 1
    ? ` a ${recurring.interval}`
    : ` every ${recurring.interval_count} ${recurring.interval}s`;
}

function methodsMarkup(
  base: string,
  id: string,
  offered: readonly MethodType[],
  chosen: MethodType,
): Markup {
  return html`<h2 id="methods">How do you want to pay?</h2><ul class="methods" aria-labelledby="methods">
${offered.map((method) => html`<li><a href="${base}/checkout/${id}?method=${method}"${method === chosen && html` aria-current="true"`}>${methodWords[method]}</a></li>`)}</ul>`;
}

function buttonWords(session: Stripe.Checkout.Session, method: MethodType): string {
  if (session.mode === "setup") return "Save";
  if (method === "bacs_debit") return "Set up Direct Debit and pay";
  return session.mode === "subscription" ? "Pay and subscribe" : "Pay";
}

const guarantee = html`<p class="hint">By continuing you would allow payments to be collected from this account under the Direct Debit Guarantee. In this practice checkout nothing is collected.</p>`;
