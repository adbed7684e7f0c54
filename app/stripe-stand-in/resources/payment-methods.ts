import type Stripe from "stripe";
import { endpoint } from "../http/endpoint";
import { page } from "../http/lists";
import { mergedMetadata } from "../http/metadata";
import { refuse, unsupported } from "../http/problem";
import { attach, newAccount, newCard, wholeAddress } from "../methods/methods";
import { idOf } from "../store/indexes";
import { emit } from "../webhooks/events";
import type { World } from "../world";

export const paymentMethodEndpoints = [
  endpoint<Stripe.PaymentMethodCreateParams>(
    "POST",
    "/payment_methods",
    "PaymentMethodCreateParams",
    [
      "type",
      "card.number",
      "card.exp_month",
      "card.exp_year",
      "card.cvc",
      "bacs_debit",
      "billing_details",
      "metadata",
    ],
    createMethod,
  ),
  endpoint<Stripe.PaymentMethodListParams>(
    "GET",
    "/payment_methods",
    "PaymentMethodListParams",
    ["customer", "type"],
    (world, params) => methodsOf(world, params, "/v1/payment_methods"),
  ),
  endpoint<Stripe.CustomerListPaymentMethodsParams>(
    "GET",
    "/customers/:id/payment_methods",
    "CustomerListPaymentMethodsParams",
    ["type"],
    (world, params, id) => {
      world.store.need("customer", id);
      return methodsOf(world, { ...params, customer: id }, `/v1/customers/${id}/payment_methods`);
    },
  ),
  endpoint("GET", "/payment_methods/:id", "PaymentMethodRetrieveParams", [], (world, _params, id) =>
    world.store.need("payment_method", id),
  ),
  endpoint<Stripe.PaymentMethodUpdateParams>(
    "POST",
    "/payment_methods/:id",
    "PaymentMethodUpdateParams",
    ["metadata", "billing_details", "card.exp_month", "card.exp_year"],
    updateMethod,
  ),
  endpoint<Stripe.PaymentMethodAttachParams>(
    "POST",
    "/payment_methods/:id/attach",
    "PaymentMethodAttachParams",
    ["customer"],
    (world, params, id) => {
      world.store.need("payment_method", id);
      if (!params.customer)
        throw refuse("Missing required param: customer.", "customer", "parameter_missing");
      return attach(world, id, params.customer);
    },
  ),
  endpoint("POST", "/payment_methods/:id/detach", "PaymentMethodDetachParams", [], detach),
];

function createMethod(
  world: World,
  params: Stripe.PaymentMethodCreateParams,
): Stripe.PaymentMethod {
  const { card, bacs_debit: account, billing_details: details } = params;
  const billing = {
    name: details?.name || null,
    email: details?.email || null,
    address: details?.address || null,
  };
  if (params.type === "card" && card && "number" in card && card.number)
    return newCard(
      world,
      { number: card.number, expMonth: card.exp_month ?? 12, expYear: card.exp_year ?? 2099 },
      billing,
    );
  if (params.type === "bacs_debit" && account?.account_number && account.sort_code)
    return newAccount(
      world,
      { accountNumber: account.account_number, sortCode: account.sort_code },
      billing,
    );
  throw unsupported(
    "The stand-in makes cards from card[number] and Bacs Direct Debits from bacs_debit only.",
    "type",
  );
}

function methodsOf(world: World, params: Stripe.PaymentMethodListParams, url: string) {
  const owned = params.customer
    ? world.store.where("payment_method", "customer", params.customer)
    : [];
  return page(
    "payment_method",
    owned.filter((method) => !params.type || method.type === params.type),
    params,
    url,
  );
}

function updateMethod(
  world: World,
  params: Stripe.PaymentMethodUpdateParams,
  id: string,
): Stripe.PaymentMethod {
  const before = world.store.need("payment_method", id);
  if (!before.customer)
    throw refuse("You must save this PaymentMethod to a customer before you can update it.", "id");
  const { billing_details: details, card } = params;
  const after = world.store.change("payment_method", id, {
    metadata: mergedMetadata(before.metadata, params.metadata),
    ...(before.card &&
      card && {
        card: {
          ...before.card,
          exp_month: card.exp_month ?? before.card.exp_month,
          exp_year: card.exp_year ?? before.card.exp_year,
        },
      }),
    billing_details: {
      ...before.billing_details,
      ...(details?.name !== undefined && { name: details.name || null }),
      ...(details?.email !== undefined && { email: details.email || null }),
      ...(details?.address && { address: wholeAddress(details.address) }),
    },
  });
  emit(world, "payment_method.updated", after);
  return after;
}

/** Takes a method off its customer for ever; what charged it by default has none any more. */
function detach(world: World, _params: object, id: string): Stripe.PaymentMethod {
  const before = world.store.need("payment_method", id);
  const customer = idOf(before.customer);
  if (!customer)
    throw refuse(
      "The payment method you provided is not attached to a customer so detachment is impossible.",
      "payment_method",
    );
  const after = world.store.change("payment_method", id, { customer: null });
  const owner = world.store.get("customer", customer);
  if (owner?.invoice_settings.default_payment_method === id)
    world.store.change("customer", customer, {
      invoice_settings: { ...owner.invoice_settings, default_payment_method: null },
    });
  for (const subscription of world.store.where("subscription", "customer", customer))
    if (idOf(subscription.default_payment_method) === id)
      world.store.change("subscription", subscription.id, { default_payment_method: null });
  emit(world, "payment_method.detached", after, { customer });
  return after;
}
