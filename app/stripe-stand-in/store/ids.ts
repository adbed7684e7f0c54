import { randomBytes } from "node:crypto";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

// Asking the system for randomness once per id would be the dearest part of making a past.
let pool = randomBytes(0);

/** Random letters and digits, as Stripe's ids end. */
export function randomText(length: number): string {
  if (pool.length < length) pool = randomBytes(4096);
  const taken = pool.subarray(0, length);
  pool = pool.subarray(length);
  return Array.from(taken, (byte) => alphabet[byte % alphabet.length]).join("");
}

export const prefixes = {
  balance_transaction: "txn",
  charge: "ch",
  "checkout.session": "cs_test",
  customer: "cus",
  dispute: "du",
  event: "evt",
  invoice: "in",
  invoiceitem: "ii",
  invoice_payment: "inpay",
  mandate: "mandate",
  payment_intent: "pi",
  payment_method: "pm",
  payout: "po",
  price: "price",
  product: "prod",
  refund: "re",
  setup_intent: "seti",
  subscription: "sub",
} as const;

export type Kind = keyof typeof prefixes;

/** A new id that looks like Stripe's for this kind of object. */
export function newStripeId(kind: Kind): string {
  return `${prefixes[kind]}_${randomText(kind === "checkout.session" ? 58 : 24)}`;
}

/** The kind that an id belongs to, read from its prefix. */
export function kindOfId(id: string): Kind | undefined {
  const prefix = id.slice(0, id.lastIndexOf("_"));
  return (Object.keys(prefixes) as Kind[]).find((kind) => prefixes[kind] === prefix);
}
