import type Stripe from "stripe";
import { addWorkingDays } from "../clockwork/calendar";
import { refuse } from "../http/problem";
import { idOf } from "../store/indexes";
import type { MethodNature } from "../store/records";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { decline, succeed } from "./answers";
import { writeCharge } from "./charges";
import type { IntentStatus } from "./intents";
import { type Refusal, verdictOn } from "./verdict";

export type Outcome =
  | { kind: "succeeded" }
  | { kind: "processing" }
  | { kind: "needsAuthentication" }
  | { kind: "declined"; refusal: Refusal };

/** Working days until a Bacs debit is known to have settled: longer for the first on a new mandate. */
const DEBIT_DAYS = 4;
const FIRST_DEBIT_DAYS = 7;

const mandateGone: Refusal = {
  code: "payment_method_not_available",
  declineCode: "debit_not_authorized",
  message: "The mandate for this Direct Debit is no longer active.",
};

/** Tries to take an intent's money from a payment method. */
export function collect(
  world: World,
  intentId: string,
  methodId: string,
  occasion: { isOnSession: boolean; isAuthenticated?: boolean },
): Outcome {
  const method = world.store.need("payment_method", methodId, "payment_method");
  const nature = world.store.need("nature", methodId);
  const before = world.store.need("payment_intent", intentId);
  if (
    before.status === "succeeded" ||
    before.status === "canceled" ||
    before.status === "processing"
  )
    throw refuse(
      `This PaymentIntent's status is ${before.status}; it cannot be confirmed.`,
      undefined,
      "payment_intent_unexpected_state",
    );
  const intent = world.store.change("payment_intent", intentId, { payment_method: methodId });
  if (nature.method === "bacs_debit") return debit(world, intent, method, nature);
  const { isOnSession, isAuthenticated = false } = occasion;
  const verdict = verdictOn(nature.nature, {
    isOnSession,
    isAuthenticated,
    wasAuthenticated: nature.authenticated,
  });
  if (verdict === "needsAuthentication") return awaitAuthentication(world, intent);
  if (verdict !== "approved") return decline(world, intent, method, verdict);
  if (isAuthenticated) world.store.put("nature", { ...nature, authenticated: true });
  succeed(world, intent, writeCharge(world, intent, method, "succeeded"));
  if (nature.nature === "isDisputed")
    world.agenda.plan("raiseDispute", chargeOf(world, intentId), world.now() + 1);
  return { kind: "succeeded" };
}

function debit(
  world: World,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  nature: Extract<MethodNature, { method: "bacs_debit" }>,
): Outcome {
  const mandate = world.store.need("mandate", nature.mandate);
  if (mandate.status !== "active") return decline(world, intent, method, mandateGone);
  const isFirst = !world.store
    .where("payment_intent", "customer", idOf(intent.customer) ?? "")
    .some(
      (other) =>
        other.id !== intent.id && idOf(other.payment_method) === method.id && other.latest_charge,
    );
  const charge = writeCharge(world, intent, method, "pending");
  const processing = world.store.change("payment_intent", intent.id, {
    status: "processing" satisfies IntentStatus,
    latest_charge: charge.id,
    last_payment_error: null,
    next_action: null,
  });
  emit(world, "payment_intent.processing", processing);
  emit(world, "charge.pending", charge);
  world.agenda.plan(
    "settleDebit",
    intent.id,
    addWorkingDays(world.now(), isFirst ? FIRST_DEBIT_DAYS : DEBIT_DAYS),
  );
  return { kind: "processing" };
}

function awaitAuthentication(world: World, intent: Stripe.PaymentIntent): Outcome {
  const waiting = world.store.change("payment_intent", intent.id, {
    status: "requires_action" satisfies IntentStatus,
    next_action: {
      type: "redirect_to_url",
      redirect_to_url: {
        return_url: null,
        url: `${world.publicOrigin}/stripe-stand-in/authenticate/${intent.id}`,
      },
    },
  });
  emit(world, "payment_intent.requires_action", waiting);
  return { kind: "needsAuthentication" };
}

const chargeOf = (world: World, intent: string) =>
  idOf(world.store.need("payment_intent", intent).latest_charge) ?? "";
