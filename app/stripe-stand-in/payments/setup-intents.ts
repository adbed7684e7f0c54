import type Stripe from "stripe";
import { attach } from "../methods/methods";
import { newStripeId, randomText } from "../store/ids";
import { idOf } from "../store/indexes";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import type { Outcome } from "./collect";
import { type Refusal, verdictOn } from "./verdict";

export type SetupStatus =
  | "requires_payment_method"
  | "requires_confirmation"
  | "requires_action"
  | "succeeded"
  | "canceled";

export interface SetupPlan {
  customer: string | null;
  description?: string | null;
  metadata?: Stripe.Metadata;
  methodTypes?: string[];
  usage?: string;
}

export function newSetupIntent(world: World, plan: SetupPlan): Stripe.SetupIntent {
  const id = newStripeId("setup_intent");
  const intent = world.store.put("setup_intent", {
    id,
    object: "setup_intent",
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(25)}`,
    created: world.now(),
    customer: plan.customer,
    description: plan.description ?? null,
    excluded_payment_method_types: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: plan.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: plan.methodTypes ?? ["card", "bacs_debit"],
    single_use_mandate: null,
    status: "requires_payment_method" satisfies SetupStatus,
    usage: plan.usage ?? "off_session",
  });
  emit(world, "setup_intent.created", intent);
  return intent;
}

/** Saves a method for later charges, without money. */
export function setUp(
  world: World,
  intentId: string,
  methodId: string,
  isAuthenticated: boolean,
): Outcome {
  const nature = world.store.need("nature", methodId);
  const verdict =
    nature.method === "card"
      ? verdictOn(nature.nature, {
          isOnSession: true,
          isAuthenticated,
          wasAuthenticated: nature.authenticated,
        })
      : "approved";
  if (verdict === "needsAuthentication") {
    const waiting = world.store.change("setup_intent", intentId, {
      status: "requires_action" satisfies SetupStatus,
      payment_method: methodId,
    });
    emit(world, "setup_intent.requires_action", waiting);
    return { kind: "needsAuthentication" };
  }
  if (verdict !== "approved") return refuseSetup(world, intentId, methodId, verdict);
  if (nature.method === "card" && isAuthenticated)
    world.store.put("nature", { ...nature, authenticated: true });
  const intent = world.store.change("setup_intent", intentId, {
    status: "succeeded" satisfies SetupStatus,
    payment_method: methodId,
    mandate: nature.method === "bacs_debit" ? nature.mandate : null,
    last_setup_error: null,
  });
  const customer = idOf(intent.customer);
  if (customer) attach(world, methodId, customer);
  emit(world, "setup_intent.succeeded", intent);
  return { kind: "succeeded" };
}

export function refuseSetup(
  world: World,
  intentId: string,
  methodId: string,
  refusal: Refusal,
): Outcome {
  const failed = world.store.change("setup_intent", intentId, {
    status: "requires_payment_method" satisfies SetupStatus,
    payment_method: null,
    last_setup_error: {
      code: refusal.code,
      decline_code: refusal.declineCode,
      message: refusal.message,
      payment_method: world.store.need("payment_method", methodId),
      type: "card_error",
    },
  });
  emit(world, "setup_intent.setup_failed", failed);
  return { kind: "declined", refusal };
}
