import type Stripe from "stripe";
import { refuse } from "../http/problem";
import { priceFor } from "../resources/price-of-line";
import { randomText } from "../store/ids";
import { trialEndOf } from "../subscriptions/terms";
import type { World } from "../world";
import { blankSession } from "./blank";
import { checkLines, checkSession, expiryOf } from "./rules";

export type SessionStatus = "open" | "complete" | "expired";
export type PaymentStatus = "paid" | "unpaid" | "no_payment_required";

export function createSession(
  world: World,
  params: Stripe.Checkout.SessionCreateParams,
): Stripe.Checkout.Session {
  const mode = checkSession(params);
  const expiresAt = expiryOf(world, params.expires_at);
  if (params.customer) world.store.need("customer", params.customer, "customer");
  if (mode === "subscription") trialEndOf(world, params.subscription_data ?? {});
  const lines = (params.line_items ?? []).map((line, index) => {
    if (line.quantity !== undefined && line.quantity < 1)
      throw refuse("Invalid positive integer", `line_items[${index}][quantity]`);
    return { price: priceFor(world, line, `line_items[${index}]`), quantity: line.quantity ?? 1 };
  });
  const trial = params.subscription_data?.trial_end ?? params.subscription_data?.trial_period_days;
  if (mode !== "setup") checkLines(mode, lines, trial !== undefined);
  const currency = lines[0]?.price.currency ?? params.currency ?? "gbp";
  const total = lines.reduce(
    (sum, { price, quantity }) =>
      sum + (trial !== undefined && price.recurring ? 0 : (price.unit_amount ?? 0) * quantity),
    0,
  );
  const session = blankSession(world, params, { mode, currency, total, expiresAt });
  world.store.put("checkout.session", session);
  world.store.put("plan", {
    id: session.id,
    lines: lines.map(({ price, quantity }) => ({
      id: `li_${randomText(24)}`,
      price: price.id,
      quantity,
    })),
    subscription: params.subscription_data ?? null,
    payment: params.payment_intent_data ?? null,
    intent: null,
    authenticating: null,
    refusal: null,
  });
  world.agenda.plan("expireCheckout", session.id, expiresAt);
  return session;
}
