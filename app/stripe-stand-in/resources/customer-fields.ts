import type Stripe from "stripe";
import { missing } from "../http/problem";
import { wholeAddress } from "../methods/methods";
import { newStripeId, randomText } from "../store/ids";
import { idOf } from "../store/indexes";
import type { World } from "../world";

const emptied = <T>(value: T | "" | null | undefined): T | null =>
  value === "" || value === null || value === undefined ? null : value;

export function written(params: Stripe.CustomerUpdateParams): Partial<Stripe.Customer> {
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

export function settings(
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

export function blankCustomer(world: World): Stripe.Customer {
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
