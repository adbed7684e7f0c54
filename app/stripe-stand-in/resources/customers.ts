import type Stripe from "stripe";
import { endpoint } from "../http/endpoint";
import { page } from "../http/lists";
import { mergedMetadata } from "../http/metadata";
import { missing } from "../http/problem";
import { attach } from "../methods/methods";
import { cancelNow } from "../subscriptions/cancel";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { blankCustomer, settings, written } from "./customer-fields";
import { previousOf } from "./previous";
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
