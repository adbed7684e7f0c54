import type Stripe from "stripe";
import type { Temporal } from "temporal-polyfill";
import { secondsAt } from "./clockwork/calendar";
import { catchUp } from "./clockwork/clockwork";
import { draftInvoice } from "./invoices/draft";
import { finalise } from "./invoices/finalise";
import { lineOfItem } from "./invoices/lines";
import { tieItems } from "./invoices/pending";
import { attach, newAccount, newCard } from "./methods/methods";
import { createCustomer } from "./resources/customers";
import { createItem } from "./resources/invoice-items";
import { newPrice } from "./resources/prices";
import { createProduct } from "./resources/products";
import { cancelNow } from "./subscriptions/cancel";
import { subscribe } from "./subscriptions/create";
import { updateSubscription } from "./subscriptions/update";
import type { World } from "./world";

export type SeedMethod = { card: string } | { accountNumber: string };

export interface SeedCustomer {
  name: string;
  email: string;
  metadata?: Stripe.Metadata;
  /** A test card or test bank account; its nature decides what becomes of every charge. */
  method?: SeedMethod;
}

export interface SeedSubscription {
  customer: string;
  price: string;
  quantity?: number;
  metadata?: Stripe.Metadata;
  /** Where set, employers pay by invoice within so many days. */
  daysUntilDue?: number;
}

export interface SeedInvoice {
  customer: string;
  lines: { amount: number; description: string; metadata?: Stripe.Metadata }[];
  daysUntilDue: number;
  customFields?: { name: string; value: string }[];
  metadata?: Stripe.Metadata;
}

/** What a past is made with; every call says when it happened. Calls may come in any order of time. */
export interface SeedDoor {
  product(at: Temporal.Instant, params: Stripe.ProductCreateParams): Stripe.Product;
  price(at: Temporal.Instant, params: Stripe.PriceCreateParams): Stripe.Price;
  customer(at: Temporal.Instant, plan: SeedCustomer): Stripe.Customer;
  /** Another way to pay, used from then on. */
  method(at: Temporal.Instant, customer: string, method: SeedMethod): Stripe.PaymentMethod;
  subscription(at: Temporal.Instant, plan: SeedSubscription): Stripe.Subscription;
  update(
    at: Temporal.Instant,
    subscription: string,
    params: Stripe.SubscriptionUpdateParams,
  ): Stripe.Subscription;
  cancel(at: Temporal.Instant, subscription: string): Stripe.Subscription;
  /** An invoice sent for payment within its days. */
  invoice(at: Temporal.Instant, plan: SeedInvoice): Stripe.Invoice;
}

/**
 * Makes a past and lets it run to the present: what was subscribed renews, fails, is retried and paid out on the way.
 * No events are emitted unless asked for. Later acts on an object belong into a later call of `seed`, after its earlier
 * past has run: pass `until` to stop there.
 */
export type Seed = <T>(
  make: (door: SeedDoor) => T,
  choice?: { events?: boolean; until?: Temporal.Instant },
) => T;

export function seedOf(world: World): Seed {
  return (make, { events = false, until } = {}) => {
    world.isSilent = !events;
    try {
      const made = make(doorOf(world));
      catchUp(world, until && secondsAt(until));
      return made;
    } finally {
      world.isSilent = false;
      world.store.commit();
    }
  };
}

function doorOf(world: World): SeedDoor {
  return {
    product: (when, params) => at(world, when, () => createProduct(world, params)),
    price: (when, params) => at(world, when, () => newPrice(world, params)),
    customer: (when, plan) => at(world, when, () => seedCustomer(world, plan)),
    method: (when, customer, method) =>
      at(world, when, () => seedMethod(world, world.store.need("customer", customer), method)),
    subscription: (when, plan) => at(world, when, () => seedSubscription(world, plan)),
    update: (when, subscription, params) =>
      at(world, when, () => updateSubscription(world, params, subscription)),
    cancel: (when, subscription) => at(world, when, () => cancelNow(world, subscription, {})),
    invoice: (when, plan) => at(world, when, () => seedInvoice(world, plan)),
  };
}

function at<T>(world: World, when: Temporal.Instant, work: () => T): T {
  world.pin(secondsAt(when));
  try {
    return work();
  } finally {
    world.pin(null);
  }
}

function seedCustomer(world: World, plan: SeedCustomer): Stripe.Customer {
  const customer = createCustomer(world, {
    name: plan.name,
    email: plan.email,
    metadata: plan.metadata,
  });
  if (plan.method) seedMethod(world, customer, plan.method);
  return world.store.need("customer", customer.id);
}

function seedMethod(
  world: World,
  customer: Stripe.Customer,
  given: SeedMethod,
): Stripe.PaymentMethod {
  const billing = { name: customer.name, email: customer.email };
  const made =
    "card" in given
      ? newCard(world, { number: given.card, expMonth: 12, expYear: 2034 }, billing)
      : newAccount(world, { sortCode: "108800", accountNumber: given.accountNumber }, billing);
  const settings = { ...customer.invoice_settings, default_payment_method: made.id };
  world.store.change("customer", customer.id, { invoice_settings: settings });
  for (const subscription of world.store.where("subscription", "customer", customer.id))
    world.store.change("subscription", subscription.id, { default_payment_method: made.id });
  return attach(world, made.id, customer.id);
}

function seedSubscription(world: World, plan: SeedSubscription): Stripe.Subscription {
  const method = world.store.need("customer", plan.customer).invoice_settings
    .default_payment_method;
  return subscribe(world, {
    customer: plan.customer,
    items: [{ price: world.store.need("price", plan.price), quantity: plan.quantity ?? 1 }],
    metadata: plan.metadata,
    paymentMethod: typeof method === "string" ? method : null,
    collectionMethod: plan.daysUntilDue ? "send_invoice" : "charge_automatically",
    daysUntilDue: plan.daysUntilDue,
    first: { how: "charge" },
  });
}

function seedInvoice(world: World, plan: SeedInvoice): Stripe.Invoice {
  const customer = world.store.need("customer", plan.customer);
  const items = plan.lines.map((line) =>
    createItem(world, { ...line, customer: customer.id, currency: "gbp" }),
  );
  const invoice = draftInvoice(world, {
    customer,
    subscription: null,
    reason: "manual",
    lines: items.map(lineOfItem),
    collectionMethod: "send_invoice",
    period: { start: world.now(), end: world.now() },
    advances: false,
    details: {
      due_date: world.now() + plan.daysUntilDue * 86_400,
      custom_fields: plan.customFields ?? null,
      metadata: plan.metadata ?? {},
    },
  });
  tieItems(world, items, invoice.id);
  return finalise(world, invoice.id);
}
