import type Stripe from "stripe";
import { refuse } from "../http/problem";
import { cancelIntent } from "../payments/intents";
import { idOf } from "../store/indexes";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import type { PaymentStatus, SessionStatus } from "./create";

export interface Fulfilment {
  customer: string | null;
  method: string;
  isPaid: boolean;
  intent: string | null;
  subscription: string | null;
  invoice: string | null;
}

/** The session is over; a Direct Debit's stays unpaid until the bank has answered. */
export function completeSession(world: World, id: string, made: Fulfilment): void {
  const before = world.store.need("checkout.session", id);
  const { billing_details: details } = world.store.need("payment_method", made.method);
  const isFree = before.payment_status === "no_payment_required";
  world.agenda.cancel("expireCheckout", id);
  const done = world.store.change("checkout.session", id, {
    status: "complete" satisfies SessionStatus,
    payment_status: (isFree
      ? "no_payment_required"
      : made.isPaid
        ? "paid"
        : "unpaid") satisfies PaymentStatus,
    url: null,
    customer: made.customer,
    payment_intent: made.intent,
    subscription: made.subscription,
    invoice: made.invoice,
    customer_details: {
      address: details.address,
      business_name: null,
      email:
        before.customer_email ??
        details.email ??
        world.store.get("customer", made.customer ?? undefined)?.email ??
        null,
      individual_name: null,
      name: details.name,
      phone: null,
      tax_exempt: "none",
      tax_ids: [],
    },
  });
  emit(world, "checkout.session.completed", done);
}

/** Nobody can pay the session any more. */
export function expireSession(world: World, id: string): Stripe.Checkout.Session {
  const before = world.store.need("checkout.session", id);
  if (before.status !== "open")
    throw refuse(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${before.status}\`.`,
    );
  world.agenda.cancel("expireCheckout", id);
  const intent = world.store.get("plan", id)?.intent;
  if (intent) cancelIntent(world, intent, "abandoned");
  const expired = world.store.change("checkout.session", id, {
    status: "expired" satisfies SessionStatus,
    url: null,
  });
  emit(world, "checkout.session.expired", expired);
  return expired;
}

/** The bank's answer to a Direct Debit, told about the session that began it. */
export function afterDebit(
  world: World,
  intent: string,
  invoice: string | undefined,
  isPaid: boolean,
): void {
  const session = world.store
    .where("checkout.session", "payment_intent", intent)
    .concat(
      invoice
        ? world.store.where("checkout.session", "subscription", subscriptionOf(world, invoice))
        : [],
    )
    .find(
      (candidate) =>
        candidate.status === "complete" &&
        candidate.payment_status === "unpaid" &&
        (!invoice || idOf(candidate.invoice) === invoice),
    );
  if (!session) return;
  if (!isPaid) {
    emit(world, "checkout.session.async_payment_failed", session);
    return;
  }
  const paid = world.store.change("checkout.session", session.id, {
    payment_status: "paid" satisfies PaymentStatus,
  });
  emit(world, "checkout.session.async_payment_succeeded", paid);
}

function subscriptionOf(world: World, invoice: string): string {
  return (
    idOf(world.store.get("invoice", invoice)?.parent?.subscription_details?.subscription) ?? ""
  );
}
