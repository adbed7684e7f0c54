import type Stripe from "stripe";
import { mergedMetadata } from "../http/metadata";
import { refuseIntent } from "../payments/answers";
import { collect, type Outcome } from "../payments/collect";
import { newIntent } from "../payments/intents";
import { refuseSetup, setUp } from "../payments/setup-intents";
import { authenticationFailed } from "../payments/verdict";
import { idOf } from "../store/indexes";
import type { CheckoutPlan } from "../store/records";
import type { World } from "../world";
import { fulfil } from "./fulfil";

/** Pays an open session with a method that the page took down; a refusal leaves it open for another try. */
export function paySession(
  world: World,
  id: string,
  method: string,
  isAuthenticated = false,
): Outcome {
  const session = world.store.need("checkout.session", id);
  const plan = world.store.need("plan", id);
  const outcome = attempt(world, session, plan, method, isAuthenticated);
  world.store.change("plan", id, {
    authenticating: outcome.kind === "needsAuthentication" ? method : null,
    refusal: outcome.kind === "declined" ? outcome.refusal.message : null,
  });
  if (outcome.kind === "succeeded" || outcome.kind === "processing")
    fulfil(world, id, method, outcome);
  return outcome;
}

/** The cardholder did not pass 3-D Secure. */
export function failAuthentication(world: World, id: string): void {
  const session = world.store.need("checkout.session", id);
  const plan = world.store.need("plan", id);
  if (!plan.authenticating) return;
  const setup = idOf(session.setup_intent);
  if (setup) refuseSetup(world, setup, plan.authenticating, authenticationFailed);
  if (plan.intent)
    refuseIntent(
      world,
      world.store.need("payment_intent", plan.intent),
      world.store.need("payment_method", plan.authenticating),
      authenticationFailed,
    );
  world.store.change("plan", id, { authenticating: null, refusal: authenticationFailed.message });
}

function attempt(
  world: World,
  session: Stripe.Checkout.Session,
  plan: CheckoutPlan,
  method: string,
  isAuthenticated: boolean,
): Outcome {
  const setup = idOf(session.setup_intent);
  if (setup) return setUp(world, setup, method, isAuthenticated);
  if (!session.amount_total) return { kind: "succeeded" };
  const intent = plan.intent ?? intentFor(world, session, plan);
  if (!plan.intent) world.store.change("plan", session.id, { intent });
  return collect(world, intent, method, { isOnSession: true, isAuthenticated });
}

function intentFor(world: World, session: Stripe.Checkout.Session, plan: CheckoutPlan): string {
  const future = plan.payment?.setup_future_usage;
  return newIntent(world, {
    amount: session.amount_total ?? 0,
    currency: session.currency ?? "gbp",
    customer: idOf(session.customer) ?? null,
    description:
      plan.payment?.description ??
      (session.mode === "subscription" ? "Subscription creation" : null),
    metadata: mergedMetadata({}, plan.payment?.metadata),
    receiptEmail: plan.payment?.receipt_email,
    setupFutureUsage:
      session.mode === "subscription" || future === "off_session" ? "off_session" : null,
    methodTypes: session.payment_method_types,
  }).id;
}
