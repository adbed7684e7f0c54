import { html, type Markup } from "./html";

export interface Field {
  name: string;
  label: string;
  hint?: string;
  isShort?: boolean;
  autocomplete?: string;
  inputMode?: "numeric" | "email";
}

export type Values = Readonly<Record<string, string>>;
/** What is wrong, by field. */
export type Problems = Readonly<Record<string, string>>;

export const cardFields: readonly Field[] = [
  {
    name: "cardNumber",
    label: "Card number",
    hint: "For example 4242 4242 4242 4242, which always succeeds",
    autocomplete: "cc-number",
    inputMode: "numeric",
  },
  {
    name: "expiry",
    label: "Expiry date",
    hint: "For example 12/34",
    isShort: true,
    autocomplete: "cc-exp",
    inputMode: "numeric",
  },
  {
    name: "cvc",
    label: "Security code (CVC)",
    hint: "Any 3 digits",
    isShort: true,
    autocomplete: "cc-csc",
    inputMode: "numeric",
  },
  { name: "nameOnCard", label: "Name on card", autocomplete: "cc-name" },
];

export const debitFields: readonly Field[] = [
  { name: "accountHolder", label: "Account holder name", autocomplete: "name" },
  {
    name: "sortCode",
    label: "Sort code",
    hint: "For practice: 10-88-00",
    isShort: true,
    inputMode: "numeric",
  },
  {
    name: "accountNumber",
    label: "Account number",
    hint: "For practice: 00012345",
    isShort: true,
    inputMode: "numeric",
  },
  { name: "line1", label: "Address line 1", autocomplete: "address-line1" },
  { name: "city", label: "Town or city", autocomplete: "address-level2" },
  { name: "postcode", label: "Postcode", isShort: true, autocomplete: "postal-code" },
];

export const emailField: Field = {
  name: "email",
  label: "Email address",
  autocomplete: "email",
  inputMode: "email",
};

/** The inputs with what was typed and what is wrong with it. */
export function fieldsMarkup(
  fields: readonly Field[],
  values: Values,
  problems: Problems,
): Markup[] {
  return fields.map(({ name, label, hint, isShort, autocomplete, inputMode }) => {
    const problem = problems[name];
    const described = [hint && `${name}-hint`, problem && `${name}-error`]
      .filter(Boolean)
      .join(" ");
    return html`<label for="${name}">${label}</label>
${hint && html`<span class="hint" id="${name}-hint">${hint}</span>`}
${problem && html`<span class="error" id="${name}-error">${problem}</span>`}
<input id="${name}" name="${name}" value="${values[name] ?? ""}"${isShort && html` class="short"`}${autocomplete && html` autocomplete="${autocomplete}"`}${inputMode && html` inputmode="${inputMode}"`}${described && html` aria-describedby="${described}"`}${problem && html` aria-invalid="true"`}>`;
  });
}

/** What is wrong, above the form, each linked to its field. */
export function summaryMarkup(problems: Problems, refusal: string | null): Markup {
  const entries = Object.entries(problems);
  if (!entries.length && !refusal) return html``;
  return html`<div class="problem" role="alert" aria-labelledby="problem-title"><h2 id="problem-title">There is a problem</h2>
${refusal && html`<p>${refusal}</p>`}
${entries.length > 0 && html`<ul>${entries.map(([name, words]) => html`<li><a href="#${name}">${words}</a></li>`)}</ul>`}</div>`;
}
