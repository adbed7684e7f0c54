import type Stripe from "stripe";
import { mergedMetadata } from "../http/metadata";
import { afterAttempt } from "../invoices/collection";
import { attach } from "../methods/methods";
import type { Outcome } from "../payments/collect";
import { createCustomer } from "../resources/customers";
import { createItem } from "../resources/invoice-items";
import { idOf } from "../store/indexes";
import type { CheckoutPlan } from "../store/records";
import { settleFirst, subscribe } from "../subscriptions/create";
import { trialEndOf } from "../subscriptions/terms";
import type { World } from "../world";
import { completeSession } from "./complete";
import type { Mode } from "./rules";

/** The money came, or is on its way: what the session was for is made. */
export function fulfil(world: World, id: string, method: string, outcome: Outcome): void {
  const session = world.store.need("checkout.session", id);
  const plan = world.store.need("plan", id);
  const customer = customerFor(world, session, method);
  const mode = session.mode as Mode;
  const isKept = mode === "subscription" || plan.payment?.setup_future_usage;
  if (customer && plan.intent) giveTo(world, plan.intent, customer);
  if (customer && isKept) attach(world, method, customer);
  const made =
    mode === "subscription" && customer
      ? startSubscription(world, plan, customer, method, outcome)
      : undefined;
  completeSession(world, id, {
    customer,
    method,
    isPaid: outcome.kind === "succeeded",
    intent: mode === "payment" ? plan.intent : null,
    subscription: made?.id ?? null,
    invoice: idOf(made?.latest_invoice) ?? null,
  });
}

function customerFor(
  world: World,
  session: Stripe.Checkout.Session,
  method: string,
): string | null {
  const known = idOf(session.customer);
  if (known) return known;
  if (session.mode !== "subscription" && session.customer_creation !== "always") return null;
  const { email, name, address } = world.store.need("payment_method", method).billing_details;
  const customer = createCustomer(world, {
    email: session.customer_email ?? email ?? undefined,
    name: name ?? undefined,
  });
  if (address) world.store.change("customer", customer.id, { address });
  return customer.id;
}

/** An intent begun for a guest belongs to the customer made from it. */
function giveTo(world: World, intent: string, customer: string): void {
  const { latest_charge: charge } = world.store.change("payment_intent", intent, { customer });
  const chargeId = idOf(charge);
  if (chargeId) world.store.change("charge", chargeId, { customer });
}

function startSubscription(
  world: World,
  plan: CheckoutPlan,
  customer: string,
  method: string,
  outcome: Outcome,
): Stripe.Subscription {
  const lines = plan.lines.map((line) => ({
    price: world.store.need("price", line.price),
    quantity: line.quantity,
  }));
  const data = plan.subscription;
  const started = subscribe(world, {
    customer,
    items: lines.filter((line) => line.price.recurring),
    extras: lines
      .filter((line) => !line.price.recurring)
      .map((line) =>
        createItem(world, { customer, pricing: { price: line.price.id }, quantity: line.quantity }),
      ),
    paymentMethod: method,
    metadata: mergedMetadata({}, data?.metadata),
    description: data?.description ?? null,
    trialEnd: trialEndOf(world, data ?? {}),
    anchor: data?.billing_cycle_anchor,
    isProrated: data?.proration_behavior !== "none",
    first: plan.intent ? { how: "intent", intent: plan.intent } : { how: "charge" },
  });
  const invoice = idOf(started.latest_invoice);
  if (invoice && plan.intent) {
    world.store.change("invoice", invoice, { attempted: true, attempt_count: 1 });
    afterAttempt(world, invoice, outcome);
    settleFirst(world, started.id, invoice);
  }
  return world.store.need("subscription", started.id);
}
