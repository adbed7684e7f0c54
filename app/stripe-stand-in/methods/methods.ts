import { createHash } from "node:crypto";
import type Stripe from "stripe";
import { refuse } from "../http/problem";
import { newStripeId } from "../store/ids";
import { idOf } from "../store/indexes";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { newMandate } from "./mandates";
import { accountNature, cardOf } from "./test-numbers";

export interface CardDetails {
  number: string;
  expMonth: number;
  expYear: number;
}

export interface AccountDetails {
  sortCode: string;
  accountNumber: string;
}

export interface Billing {
  name?: string | null;
  email?: string | null;
  address?: Stripe.AddressParam | null;
}

const fingerprint = (text: string) =>
  createHash("sha256").update(text).digest("base64url").slice(0, 16);

/** A card on no customer yet; numbers other than Stripe's test cards are refused as on a test account. */
export function newCard(
  world: World,
  card: CardDetails,
  billing: Billing = {},
): Stripe.PaymentMethod {
  const known = cardOf(card.number);
  if (!known) throw refuse("Your card number is incorrect.", "number", "incorrect_number");
  const method = blank(world, "card", billing);
  world.store.put("nature", {
    id: method.id,
    method: "card",
    nature: known.nature,
    authenticated: false,
  });
  return world.store.put("payment_method", {
    ...method,
    card: {
      brand: known.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
      country: "GB",
      display_brand: known.brand,
      exp_month: card.expMonth,
      exp_year: card.expYear,
      fingerprint: fingerprint(card.number),
      funding: "credit",
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [known.brand], preferred: null },
      regulated_status: "unregulated",
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
  });
}

/** A bank account for Bacs Direct Debit, with its mandate. */
export function newAccount(
  world: World,
  account: AccountDetails,
  billing: Billing,
): Stripe.PaymentMethod {
  const nature = accountNature(account.sortCode, account.accountNumber);
  if (!nature)
    throw refuse(
      "You must use a test bank account number in test mode.",
      "bacs_debit[account_number]",
      "account_number_invalid",
    );
  const method = world.store.put("payment_method", {
    ...blank(world, "bacs_debit", billing),
    bacs_debit: {
      fingerprint: fingerprint(account.sortCode + account.accountNumber),
      last4: account.accountNumber.slice(-4),
      sort_code: account.sortCode,
    },
  });
  const mandate = newMandate(world, method.id);
  world.store.put("nature", { id: method.id, method: "bacs_debit", nature, mandate: mandate.id });
  return method;
}

/** Puts a method on a customer; Stripe lets nobody move it to another. */
export function attach(world: World, id: string, customer: string): Stripe.PaymentMethod {
  const method = world.store.need("payment_method", id, "payment_method");
  world.store.need("customer", customer, "customer");
  const owner = idOf(method.customer);
  if (owner === customer) return method;
  if (owner)
    throw refuse(
      "The payment method you provided has already been attached to a customer.",
      "payment_method",
      "payment_method_unexpected_state",
    );
  const attached = world.store.change("payment_method", id, { customer });
  emit(world, "payment_method.attached", attached);
  return attached;
}

function blank(world: World, type: "card" | "bacs_debit", billing: Billing): Stripe.PaymentMethod {
  return {
    id: newStripeId("payment_method"),
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: {
      address: wholeAddress(billing.address),
      email: billing.email ?? null,
      name: billing.name ?? null,
      phone: null,
      tax_id: null,
    },
    created: world.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type,
  };
}

/** An address with every part, null where it was not given. */
export function wholeAddress(given: Stripe.AddressParam | null | undefined): Stripe.Address {
  const {
    city = null,
    country = null,
    line1 = null,
    line2 = null,
    postal_code = null,
    state = null,
  } = given ?? {};
  return { city, country, line1, line2, postal_code, state };
}
