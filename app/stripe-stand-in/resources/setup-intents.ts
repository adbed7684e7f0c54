import type Stripe from "stripe";
import { endpoint } from "../http/endpoint";
import { page } from "../http/lists";
import { mergedMetadata } from "../http/metadata";
import { refuse } from "../http/problem";
import { cardProblem } from "../payments/card-problem";
import { newSetupIntent, setUp } from "../payments/setup-intents";
import { idOf } from "../store/indexes";
import { emit } from "../webhooks/events";
import type { World } from "../world";

export const setupIntentEndpoints = [
  endpoint<Stripe.SetupIntentCreateParams>(
    "POST",
    "/setup_intents",
    "SetupIntentCreateParams",
    ["confirm", "customer", "description", "metadata", "payment_method", "usage", "return_url"],
    createSetup,
  ),
  endpoint<Stripe.SetupIntentListParams>(
    "GET",
    "/setup_intents",
    "SetupIntentListParams",
    ["created", "customer"],
    (world, params) => {
      const candidates = params.customer
        ? world.store.where("setup_intent", "customer", params.customer)
        : world.store.all("setup_intent");
      return page("setup_intent", candidates, params, "/v1/setup_intents");
    },
  ),
  endpoint(
    "GET",
    "/setup_intents/:id",
    "SetupIntentRetrieveParams",
    ["client_secret"],
    (world, _params, id) => world.store.need("setup_intent", id),
  ),
  endpoint<Stripe.SetupIntentConfirmParams>(
    "POST",
    "/setup_intents/:id/confirm",
    "SetupIntentConfirmParams",
    ["payment_method", "return_url"],
    (world, params, id) => confirmSetup(world, id, params.payment_method),
  ),
  endpoint(
    "POST",
    "/setup_intents/:id/cancel",
    "SetupIntentCancelParams",
    ["cancellation_reason"],
    (world, _params, id) => {
      const before = world.store.need("setup_intent", id);
      if (before.status === "succeeded" || before.status === "canceled")
        throw refuse(
          `You cannot cancel this SetupIntent because it has a status of ${before.status}.`,
          undefined,
          "setup_intent_unexpected_state",
        );
      const canceled = world.store.change("setup_intent", id, { status: "canceled" });
      emit(world, "setup_intent.canceled", canceled);
      return canceled;
    },
  ),
];

function createSetup(world: World, params: Stripe.SetupIntentCreateParams): Stripe.SetupIntent {
  const customer = params.customer
    ? world.store.need("customer", params.customer, "customer").id
    : null;
  const intent = newSetupIntent(world, {
    customer,
    description: params.description,
    metadata: mergedMetadata({}, params.metadata),
    usage: params.usage,
  });
  if (params.confirm) return confirmSetup(world, intent.id, params.payment_method);
  return params.payment_method
    ? world.store.change("setup_intent", intent.id, {
        payment_method: params.payment_method,
        status: "requires_confirmation",
      })
    : intent;
}

function confirmSetup(world: World, id: string, method: string | undefined): Stripe.SetupIntent {
  const intent = world.store.need("setup_intent", id);
  const chosen = method ?? idOf(intent.payment_method);
  if (!chosen)
    throw refuse(
      "You cannot confirm this SetupIntent because it's missing a payment method.",
      "payment_method",
      "setup_intent_unexpected_state",
    );
  if (intent.status === "succeeded" || intent.status === "canceled")
    throw refuse(
      `This SetupIntent's status is ${intent.status}.`,
      undefined,
      "setup_intent_unexpected_state",
    );
  const outcome = setUp(world, id, chosen, false);
  if (outcome.kind === "declined") throw cardProblem(outcome.refusal, undefined);
  return world.store.need("setup_intent", id);
}
