import type Stripe from "stripe";
import { mergedMetadata } from "../http/metadata";
import { newSetupIntent } from "../payments/setup-intents";
import { newStripeId } from "../store/ids";
import type { World } from "../world";
import type { PaymentStatus, SessionStatus } from "./create";
import { type Mode, methodsOffered } from "./rules";

interface Facts {
  mode: Mode;
  currency: string;
  total: number;
  expiresAt: number;
}

/** An open session as Stripe answers it. */
export function blankSession(
  world: World,
  params: Stripe.Checkout.SessionCreateParams,
  facts: Facts,
): Stripe.Checkout.Session {
  const { mode, currency, total, expiresAt } = facts;
  const id = newStripeId("checkout.session");
  const offered = methodsOffered(params, currency);
  const isSetup = mode === "setup";
  const setup = isSetup
    ? newSetupIntent(world, {
        customer: params.customer ?? null,
        description: params.setup_intent_data?.description,
        metadata: mergedMetadata({}, params.setup_intent_data?.metadata),
        methodTypes: offered,
      })
    : null;
  return {
    id,
    object: "checkout.session",
    adaptive_pricing: null,
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount_subtotal: isSetup ? null : total,
    amount_total: isSetup ? null : total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: world.now(),
    currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: params.custom_text?.submit ? { message: params.custom_text.submit.message } : null,
      terms_of_service_acceptance: null,
    },
    customer: params.customer ?? null,
    customer_account: null,
    customer_creation:
      mode === "payment" && !params.customer
        ? (params.customer_creation ?? "if_required")
        : mode === "subscription" && !params.customer
          ? "always"
          : null,
    customer_details: null,
    customer_email: params.customer_email ?? null,
    discounts: isSetup ? null : [],
    expires_at: expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation:
      mode === "payment"
        ? {
            enabled: false,
            invoice_data: {
              account_tax_ids: null,
              custom_fields: null,
              description: null,
              footer: null,
              issuer: null,
              metadata: {},
              rendering_options: null,
            },
          }
        : null,
    livemode: false,
    locale: params.locale ?? null,
    managed_payments: null,
    metadata: mergedMetadata({}, params.metadata),
    mode,
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection:
      mode === "subscription" ? (params.payment_method_collection ?? "always") : "if_required",
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: offered,
    payment_status: (isSetup || total === 0
      ? "no_payment_required"
      : "unpaid") satisfies PaymentStatus,
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: setup?.id ?? null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: "open" satisfies SessionStatus,
    submit_type: params.submit_type ?? null,
    subscription: null,
    success_url: params.success_url ?? null,
    total_details: isSetup ? null : { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: "hosted_page",
    url: `${world.publicOrigin}/stripe-stand-in/checkout/${id}`,
    wallet_options: null,
  };
}
