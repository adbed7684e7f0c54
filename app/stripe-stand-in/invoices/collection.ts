import type Stripe from "stripe";
import { DAY } from "../clockwork/calendar";
import { collect, type Outcome } from "../payments/collect";
import { newIntent } from "../payments/intents";
import { idOf } from "../store/indexes";
import { giveUp, subscriptionUnpaid } from "../subscriptions/standing";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { intentOf, writePayment } from "./finalise";
import { markPaid, openPayment } from "./paid";

/** Days between one failed try and the next, as in Stripe's custom retry schedule. */
const RETRY_AFTER_DAYS = [3, 5, 7];

export interface Attempt {
  isOnSession: boolean;
  isAuthenticated?: boolean;
  method?: string;
}

/** Tries to take an open invoice's money; undefined where there is nothing to charge. */
export function attemptPayment(world: World, id: string, attempt: Attempt): Outcome | undefined {
  const invoice = world.store.need("invoice", id);
  const method = attempt.method ?? methodFor(world, invoice);
  const counted = world.store.change("invoice", id, {
    attempted: true,
    attempt_count: invoice.attempt_count + 1,
  });
  if (!method) {
    afterFailure(world, counted, false);
    return undefined;
  }
  const outcome = collect(world, intentFor(world, counted), method, attempt);
  afterAttempt(world, id, outcome);
  return outcome;
}

/** What an answer of the bank means for the invoice. */
export function afterAttempt(world: World, id: string, outcome: Outcome): void {
  if (outcome.kind === "succeeded") markPaid(world, id);
  else if (outcome.kind !== "processing")
    afterFailure(world, world.store.need("invoice", id), outcome.kind === "needsAuthentication");
}

/** The invoice that an intent pays, if any. */
export function invoiceOfIntent(world: World, intent: string): Stripe.Invoice | undefined {
  const payment = world.store.where("invoice_payment", "payment_intent", intent)[0];
  return world.store.get("invoice", idOf(payment?.invoice));
}

/** The method that Stripe would charge: the invoice's, the subscription's, the customer's. */
export function methodFor(world: World, invoice: Stripe.Invoice): string | undefined {
  const subscription = world.store.get(
    "subscription",
    idOf(invoice.parent?.subscription_details?.subscription),
  );
  const customer = world.store.get("customer", idOf(invoice.customer));
  return (
    idOf(invoice.default_payment_method) ??
    idOf(subscription?.default_payment_method) ??
    idOf(customer?.invoice_settings.default_payment_method)
  );
}

function intentFor(world: World, invoice: Stripe.Invoice): string {
  const open = idOf(openPayment(world, invoice.id)?.payment.payment_intent);
  if (open) return open;
  const intent = newIntent(world, intentOf(invoice));
  writePayment(world, invoice, intent.id);
  return intent.id;
}

function afterFailure(world: World, invoice: Stripe.Invoice, needsAuthentication: boolean): void {
  const subscription = idOf(invoice.parent?.subscription_details?.subscription);
  const retryAt = nextTry(world, invoice);
  const failed = world.store.change("invoice", invoice.id, { next_payment_attempt: retryAt });
  if (retryAt !== null) world.agenda.plan("collectInvoice", invoice.id, retryAt);
  emit(world, "invoice.payment_failed", failed);
  if (needsAuthentication) emit(world, "invoice.payment_action_required", failed);
  if (!subscription) return;
  subscriptionUnpaid(world, subscription);
  if (retryAt === null) giveUp(world, subscription, failed);
}

/** Stripe retries what it collects by itself; a first invoice waits for the customer instead. */
function nextTry(world: World, invoice: Stripe.Invoice): number | null {
  const subscription = world.store.get(
    "subscription",
    idOf(invoice.parent?.subscription_details?.subscription),
  );
  const days = RETRY_AFTER_DAYS[invoice.attempt_count - 1];
  const isRetried =
    invoice.auto_advance &&
    invoice.collection_method === "charge_automatically" &&
    subscription?.status !== "incomplete";
  return isRetried && days !== undefined ? world.now() + days * DAY : null;
}
