import { Problem } from "../http/problem";
import { newAccount, newCard } from "../methods/methods";
import type { World } from "../world";
import type { Problems, Values } from "./fields";

export type MethodRead = { ok: true; method: string } | { ok: false; problems: Problems };

/** Takes down a card; nothing is charged yet. */
export function readCard(world: World, values: Values): MethodRead {
  const number = digits(values.cardNumber);
  const expiry = expiryOf(values.expiry ?? "");
  const problems: Record<string, string> = {};
  if (!/^\d{12,19}$/.test(number)) problems.cardNumber = "Enter the card number";
  if (!expiry) problems.expiry = "Enter the expiry date, for example 12/34";
  else if (isPast(world, expiry)) problems.expiry = "Enter an expiry date in the future";
  if (!/^\d{3,4}$/.test(digits(values.cvc)))
    problems.cvc = "Enter the 3 digits of the security code";
  if (!values.nameOnCard?.trim()) problems.nameOnCard = "Enter the name on the card";
  if (Object.keys(problems).length || !expiry) return { ok: false, problems };
  const billing = { name: values.nameOnCard?.trim(), email: values.email?.trim() || null };
  return made("cardNumber", "This is not one of the test cards. Use 4242 4242 4242 4242", () =>
    newCard(world, { number, expMonth: expiry.month, expYear: expiry.year }, billing),
  );
}

/** Takes down a bank account and the mandate that goes with it. */
export function readAccount(world: World, values: Values): MethodRead {
  const sortCode = digits(values.sortCode);
  const accountNumber = digits(values.accountNumber);
  const problems: Record<string, string> = {};
  if (!values.accountHolder?.trim())
    problems.accountHolder = "Enter the name of the account holder";
  if (!/^\d{6}$/.test(sortCode)) problems.sortCode = "Enter the 6 digits of the sort code";
  if (!/^\d{8}$/.test(accountNumber))
    problems.accountNumber = "Enter the 8 digits of the account number";
  if (!values.line1?.trim()) problems.line1 = "Enter the first line of the address";
  if (!values.city?.trim()) problems.city = "Enter the town or city";
  if (!values.postcode?.trim()) problems.postcode = "Enter the postcode";
  if (Object.keys(problems).length) return { ok: false, problems };
  const address = {
    line1: values.line1,
    city: values.city,
    postal_code: values.postcode,
    country: "GB",
  };
  return made(
    "accountNumber",
    "This is not one of the test accounts. Use sort code 10-88-00 and account number 00012345",
    () =>
      newAccount(
        world,
        { sortCode, accountNumber },
        { name: values.accountHolder?.trim(), email: values.email?.trim() || null, address },
      ),
  );
}

/** The form's fields as text, whatever was sent. */
export function textsOf(body: unknown): Values {
  const entries = Object.entries(typeof body === "object" && body !== null ? body : {});
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === "string" ? value.slice(0, 500) : ""]),
  );
}

export const isEmail = (text: string | undefined): boolean =>
  /^\S+@\S+\.\S+$/.test(text?.trim() ?? "");

function made(field: string, words: string, make: () => { id: string }): MethodRead {
  try {
    return { ok: true, method: make().id };
  } catch (error) {
    if (error instanceof Problem) return { ok: false, problems: { [field]: words } };
    throw error;
  }
}

const digits = (text: string | undefined) => (text ?? "").replace(/[\s-]/g, "");

function expiryOf(text: string): { month: number; year: number } | undefined {
  const match = /^\s*(\d{1,2})\s*\/?\s*(\d{2}|\d{4})\s*$/.exec(text);
  const month = Number(match?.[1]);
  const year = Number(match?.[2]);
  return month >= 1 && month <= 12 ? { month, year: year < 100 ? 2000 + year : year } : undefined;
}

function isPast(world: World, { month, year }: { month: number; year: number }): boolean {
  return Date.UTC(year, month, 1) / 1000 <= world.now();
}
