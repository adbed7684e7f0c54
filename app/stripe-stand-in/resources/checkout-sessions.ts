import type Stripe from "stripe";
import { expireSession } from "../checkout/complete";
import { createSession } from "../checkout/create";
import { endpoint } from "../http/endpoint";
import { checkoutLine } from "../http/expand";
import { page, wholeList } from "../http/lists";
import { idOf } from "../store/indexes";

const created = [
  "allowed_payment_method_types",
  "billing_address_collection",
  "cancel_url",
  "client_reference_id",
  "currency",
  "custom_text.submit",
  "customer",
  "customer_creation",
  "customer_email",
  "excluded_payment_method_types",
  "expires_at",
  "line_items.price",
  "line_items.price_data",
  "line_items.quantity",
  "locale",
  "metadata",
  "mode",
  "payment_intent_data.description",
  "payment_intent_data.metadata",
  "payment_intent_data.receipt_email",
  "payment_intent_data.setup_future_usage",
  "payment_method_collection",
  "setup_intent_data",
  "submit_type",
  "subscription_data.billing_cycle_anchor",
  "subscription_data.description",
  "subscription_data.metadata",
  "subscription_data.proration_behavior",
  "subscription_data.trial_end",
  "subscription_data.trial_period_days",
  "success_url",
  "ui_mode",
];

export const checkoutSessionEndpoints = [
  endpoint<Stripe.Checkout.SessionCreateParams>(
    "POST",
    "/checkout/sessions",
    "Checkout.SessionCreateParams",
    created,
    createSession,
  ),
  endpoint<Stripe.Checkout.SessionListParams>(
    "GET",
    "/checkout/sessions",
    "Checkout.SessionListParams",
    ["created", "customer", "payment_intent", "status", "subscription"],
    (world, params) => {
      const { customer, payment_intent: intent, status, subscription } = params;
      const candidates = world.store
        .all("checkout.session")
        .filter(
          (session) =>
            (!customer || idOf(session.customer) === customer) &&
            (!intent || session.payment_intent === intent) &&
            (!status || session.status === status) &&
            (!subscription || session.subscription === subscription),
        );
      return page("checkout.session", candidates, params, "/v1/checkout/sessions");
    },
  ),
  endpoint(
    "GET",
    "/checkout/sessions/:id",
    "Checkout.SessionRetrieveParams",
    [],
    (world, _params, id) => world.store.need("checkout.session", id),
  ),
  endpoint(
    "POST",
    "/checkout/sessions/:id/expire",
    "Checkout.SessionExpireParams",
    [],
    (world, _params, id) => expireSession(world, id),
  ),
  endpoint(
    "GET",
    "/checkout/sessions/:id/line_items",
    "Checkout.SessionListLineItemsParams",
    [],
    (world, _params, id) => {
      world.store.need("checkout.session", id);
      const { lines } = world.store.need("plan", id);
      return wholeList(
        lines.map((line) => checkoutLine(world, line)),
        `/v1/checkout/sessions/${id}/line_items`,
      );
    },
  ),
];
