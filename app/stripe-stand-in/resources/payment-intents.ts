import type Stripe from "stripe";
import { endpoint } from "../http/endpoint";
import { page } from "../http/lists";
import { mergedMetadata } from "../http/metadata";
import { Problem, refuse } from "../http/problem";
import { afterAttempt, invoiceOfIntent } from "../invoices/collection";
import { attach } from "../methods/methods";
import { cardProblem } from "../payments/card-problem";
import { collect } from "../payments/collect";
import { cancelIntent, newIntent } from "../payments/intents";
import { idOf } from "../store/indexes";
import { settleFirst } from "../subscriptions/create";
import type { World } from "../world";

const confirming = ["off_session", "payment_method", "return_url"];

export const paymentIntentEndpoints = [
  endpoint<Stripe.PaymentIntentCreateParams>(
    "POST",
    "/payment_intents",
    "PaymentIntentCreateParams",
    [
      ...confirming,
      "amount",
      "confirm",
      "currency",
      "customer",
      "description",
      "metadata",
      "receipt_email",
      "setup_future_usage",
      "allowed_payment_method_types",
      "automatic_payment_methods",
    ],
    createIntent,
  ),
  endpoint<Stripe.PaymentIntentListParams>(
    "GET",
    "/payment_intents",
    "PaymentIntentListParams",
    ["created", "customer"],
    (world, params) => {
      const candidates = params.customer
        ? world.store.where("payment_intent", "customer", params.customer)
        : world.store.all("payment_intent");
      return page("payment_intent", candidates, params, "/v1/payment_intents");
    },
  ),
  endpoint(
    "GET",
    "/payment_intents/:id",
    "PaymentIntentRetrieveParams",
    ["client_secret"],
    (world, _params, id) => world.store.need("payment_intent", id),
  ),
  endpoint<Stripe.PaymentIntentUpdateParams>(
    "POST",
    "/payment_intents/:id",
    "PaymentIntentUpdateParams",
    ["description", "metadata", "receipt_email"],
    (world, params, id) => {
      const before = world.store.need("payment_intent", id);
      return world.store.change("payment_intent", id, {
        metadata: mergedMetadata(before.metadata, params.metadata),
        ...(params.description !== undefined && { description: params.description || null }),
        ...(params.receipt_email !== undefined && { receipt_email: params.receipt_email || null }),
      });
    },
  ),
  endpoint<Stripe.PaymentIntentConfirmParams>(
    "POST",
    "/payment_intents/:id/confirm",
    "PaymentIntentConfirmParams",
    confirming,
    (world, params, id) =>
      confirm(
        world,
        id,
        params.payment_method,
        params.off_session !== undefined && params.off_session !== false,
      ),
  ),
  endpoint<Stripe.PaymentIntentCancelParams>(
    "POST",
    "/payment_intents/:id/cancel",
    "PaymentIntentCancelParams",
    ["cancellation_reason"],
    (world, params, id) => cancelIntent(world, id, params.cancellation_reason ?? null),
  ),
];

function createIntent(
  world: World,
  params: Stripe.PaymentIntentCreateParams,
): Stripe.PaymentIntent {
  const customer = params.customer
    ? world.store.need("customer", params.customer, "customer").id
    : null;
  if (params.payment_method)
    world.store.need("payment_method", params.payment_method, "payment_method");
  const intent = newIntent(world, {
    amount: params.amount,
    currency: params.currency,
    customer,
    description: params.description,
    metadata: mergedMetadata({}, params.metadata),
    receiptEmail: params.receipt_email,
    setupFutureUsage: params.setup_future_usage === "off_session" ? "off_session" : null,
    paymentMethod: params.payment_method,
    methodTypes: params.allowed_payment_method_types,
  });
  return params.confirm
    ? confirm(world, intent.id, params.payment_method, Boolean(params.off_session))
    : intent;
}

function confirm(
  world: World,
  id: string,
  method: string | undefined,
  isOffSession: boolean,
): Stripe.PaymentIntent {
  const intent = world.store.need("payment_intent", id);
  const chosen = method ?? idOf(intent.payment_method);
  if (!chosen)
    throw refuse(
      "You cannot confirm this PaymentIntent because it's missing a payment method.",
      "payment_method",
      "payment_intent_unexpected_state",
    );
  const outcome = collect(world, id, chosen, { isOnSession: !isOffSession });
  const customer = idOf(intent.customer);
  const isTaken = outcome.kind === "succeeded" || outcome.kind === "processing";
  if (isTaken && customer && intent.setup_future_usage) attach(world, chosen, customer);
  const invoice = invoiceOfIntent(world, id);
  if (invoice) {
    afterAttempt(world, invoice.id, outcome);
    const subscription = idOf(invoice.parent?.subscription_details?.subscription);
    if (subscription && outcome.kind === "processing") settleFirst(world, subscription, invoice.id);
  }
  const after = world.store.need("payment_intent", id);
  if (outcome.kind === "declined") throw cardProblem(outcome.refusal, after);
  if (outcome.kind === "needsAuthentication" && isOffSession)
    throw new Problem(402, {
      type: "card_error",
      code: "authentication_required",
      decline_code: "authentication_required",
      message: "Your card was declined. This transaction requires authentication.",
      payment_intent: after,
    });
  return after;
}
