import type Stripe from "stripe";
import { endpoint } from "../http/endpoint";
import { page } from "../http/lists";
import { mergedMetadata } from "../http/metadata";
import { missing } from "../http/problem";
import { attach, wholeAddress } from "../methods/methods";
import { newStripeId, randomText } from "../store/ids";
import { idOf } from "../store/indexes";
import { cancelNow } from "../subscriptions/cancel";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { searched } from "./search";

const writable = [
  "address",
  "description",
  "email",
  "metadata",
  "name",
  "phone",
  "individual_name",
  "business_name",
  "preferred_locales",
  "invoice_prefix",
  "invoice_settings.default_payment_method",
  "invoice_settings.custom_fields",
  "invoice_settings.footer",
  "tax_exempt",
  "payment_method",
];

export const customerEndpoints = [
  endpoint<Stripe.CustomerCreateParams>(
    "POST",
    "/customers",
    "CustomerCreateParams",
    writable,
    createCustomer,
  ),
  endpoint<Stripe.CustomerListParams>(
    "GET",
    "/customers",
    "CustomerListParams",
    ["created", "email"],
    (world, params) => {
      const { email } = params;
      const candidates = world.store
        .all("customer")
        .filter((customer) => email === undefined || customer.email === email);
      return page("customer", candidates, params, "/v1/customers");
    },
  ),
  endpoint<Stripe.CustomerSearchParams>(
    "GET",
    "/customers/search",
    "CustomerSearchParams",
    ["query", "limit", "page"],
    (world, params) => searched(world.store.all("customer"), params, "/v1/customers/search"),
  ),
  endpoint("GET", "/customers/:id", "CustomerRetrieveParams", [], (world, _params, id) =>
    liveOrDeleted(world, id),
  ),
  endpoint<Stripe.CustomerUpdateParams>(
    "POST",
    "/customers/:id",
    "CustomerUpdateParams",
    writable.slice(0, -1),
    updateCustomer,
  ),
  endpoint("DELETE", "/customers/:id", "CustomerDeleteParams", [], deleteCustomer),
];

export function createCustomer(world: World, params: Stripe.CustomerCreateParams): Stripe.Customer {
  if (params.payment_method)
    world.store.need("payment_method", params.payment_method, "payment_method");
  const customer = world.store.put("customer", {
    ...blankCustomer(world),
    ...written(params),
    metadata: mergedMetadata({}, params.metadata),
    invoice_settings: settings(world, undefined, params.invoice_settings),
    ...(params.invoice_prefix && { invoice_prefix: params.invoice_prefix }),
  });
  emit(world, "customer.created", customer);
  if (params.payment_method) attach(world, params.payment_method, customer.id);
  return customer;
}

function updateCustomer(
  world: World,
  params: Stripe.CustomerUpdateParams,
  id: string,
): Stripe.Customer {
  const before = world.store.need("customer", id);
  const patch: Partial<Stripe.Customer> = {
    ...written(params),
    ...(params.metadata !== undefined && {
      metadata: mergedMetadata(before.metadata, params.metadata),
    }),
    ...(params.invoice_settings && {
      invoice_settings: settings(world, before, params.invoice_settings),
    }),
    ...(params.invoice_prefix && { invoice_prefix: params.invoice_prefix }),
  };
  const after = world.store.change("customer", id, patch);
  emit(world, "customer.updated", after, previousOf(before, patch));
  return after;
}

function deleteCustomer(world: World, _params: object, id: string): Stripe.DeletedCustomer {
  const customer = world.store.need("customer", id);
  for (const subscription of world.store.where("subscription", "customer", id))
    if (!subscription.ended_at) cancelNow(world, subscription.id, {});
  world.store.put("deleted", { id, kind: "customer" });
  world.store.remove("customer", id);
  emit(world, "customer.deleted", customer);
  return { id, object: "customer", deleted: true };
}

function liveOrDeleted(world: World, id: string): Stripe.Customer | Stripe.DeletedCustomer {
  const live = world.store.get("customer", id);
  if (live) return live;
  if (world.store.get("deleted", id)?.kind === "customer")
    return { id, object: "customer", deleted: true };
  throw missing("customer", id);
}

/** The values that an update replaced, as events show them. */
export function previousOf<T extends object>(before: T, patch: Partial<T>): Partial<T> {
  return Object.fromEntries(Object.entries(before).filter(([name]) => name in patch)) as Partial<T>;
}

const emptied = <T>(value: T | "" | null | undefined): T | null =>
  value === "" || value === null || value === undefined ? null : value;

function written(params: Stripe.CustomerUpdateParams): Partial<Stripe.Customer> {
  return {
    ...(params.address !== undefined && {
      address: params.address ? wholeAddress(params.address) : null,
    }),
    ...(params.description !== undefined && { description: emptied(params.description) }),
    ...(params.email !== undefined && { email: emptied(params.email) }),
    ...(params.name !== undefined && { name: emptied(params.name) }),
    ...(params.phone !== undefined && { phone: emptied(params.phone) }),
    ...(params.individual_name && { individual_name: params.individual_name }),
    ...(params.business_name && { business_name: params.business_name }),
    ...(params.preferred_locales && { preferred_locales: params.preferred_locales }),
    ...(params.tax_exempt && { tax_exempt: params.tax_exempt }),
  };
}

function settings(
  world: World,
  before: Stripe.Customer | undefined,
  given: Stripe.CustomerUpdateParams.InvoiceSettings | undefined,
): Stripe.Customer.InvoiceSettings {
  const old = before?.invoice_settings ?? {
    custom_fields: null,
    default_payment_method: null,
    footer: null,
    rendering_options: null,
  };
  const method = given?.default_payment_method;
  if (
    method &&
    idOf(
      world.store.need("payment_method", method, "invoice_settings[default_payment_method]")
        .customer,
    ) !== before?.id
  )
    throw missing("payment_method", method, "invoice_settings[default_payment_method]");
  return {
    ...old,
    ...(method !== undefined && { default_payment_method: emptied(method) }),
    ...(given?.custom_fields !== undefined && { custom_fields: emptied(given.custom_fields) }),
    ...(given?.footer !== undefined && { footer: emptied(given.footer) }),
  };
}

function blankCustomer(world: World): Stripe.Customer {
  return {
    id: newStripeId("customer"),
    object: "customer",
    address: null,
    balance: 0,
    created: world.now(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: randomText(8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  };
}
