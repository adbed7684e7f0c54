import type Stripe from "stripe";
import { HOUR } from "../clockwork/calendar";
import { refuse, unsupported } from "../http/problem";
import { attemptPayment } from "../invoices/collection";
import { draftInvoice } from "../invoices/draft";
import { finalise } from "../invoices/finalise";
import { itemLine, lineOfItem } from "../invoices/lines";
import { tieItems } from "../invoices/pending";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { blankSubscription } from "./blank";
import type { ItemPlan } from "./items";
import { moveTo } from "./standing";

export interface SubscriptionPlan {
  customer: string;
  items: ItemPlan[];
  extras?: Stripe.InvoiceItem[];
  collectionMethod?: "charge_automatically" | "send_invoice";
  daysUntilDue?: number | null;
  paymentMethod?: string | null;
  metadata?: Stripe.Metadata;
  description?: string | null;
  trialEnd?: number;
  anchor?: number;
  isProrated?: boolean;
  /** How the first invoice is paid: charged now, left for the browser, or by an intent that was confirmed already. */
  first: { how: "charge" | "wait" } | { how: "intent"; intent: string };
}

/** Stripe gives up an incomplete subscription after 23 hours. */
const INCOMPLETE_FOR = 23 * HOUR;

export function subscribe(world: World, plan: SubscriptionPlan): Stripe.Subscription {
  const isSent = plan.collectionMethod === "send_invoice";
  if (isSent && !plan.daysUntilDue)
    throw refuse(
      "If `collection_method` is `send_invoice`, you must set `days_until_due`.",
      "days_until_due",
      "parameter_missing",
    );
  if (plan.anchor !== undefined && plan.anchor > world.now() && plan.isProrated)
    throw unsupported(
      "The stand-in does not prorate: pass proration_behavior=none with billing_cycle_anchor.",
      "proration_behavior",
    );
  const subscription = world.store.put("subscription", blankSubscription(world, plan));
  emit(world, "customer.subscription.created", subscription);
  const end = subscription.items.data[0]?.current_period_end ?? world.now();
  world.agenda.plan("renewSubscription", subscription.id, end);
  if (plan.anchor === undefined || plan.anchor <= world.now()) billFirst(world, subscription, plan);
  return world.store.need("subscription", subscription.id);
}

function billFirst(world: World, subscription: Stripe.Subscription, plan: SubscriptionPlan): void {
  const isSent = plan.collectionMethod === "send_invoice";
  const lines = [
    ...subscription.items.data.map((item) =>
      itemLine(world, subscription, item, plan.trialEnd !== undefined),
    ),
    ...(plan.extras ?? []).map(lineOfItem),
  ];
  const invoice = draftInvoice(world, {
    customer: world.store.need("customer", plan.customer),
    subscription,
    reason: "subscription_create",
    lines,
    collectionMethod: plan.collectionMethod ?? "charge_automatically",
    period: { start: world.now(), end: world.now() },
    advances: isSent,
    details: { auto_advance: true },
  });
  tieItems(world, plan.extras ?? [], invoice.id);
  world.store.change("subscription", subscription.id, { latest_invoice: invoice.id });
  if (isSent) return;
  const intent = plan.first.how === "intent" ? plan.first.intent : undefined;
  const open = finalise(world, invoice.id, intent);
  if (open.status === "paid" || plan.first.how === "intent") return;
  if (plan.first.how === "charge") attemptPayment(world, invoice.id, { isOnSession: true });
  settleFirst(world, subscription.id, invoice.id);
}

/** A first payment under way makes the subscription active; a failed one leaves it incomplete for 23 hours. */
export function settleFirst(world: World, id: string, invoice: string): void {
  if (world.store.need("subscription", id).status !== "incomplete") return;
  const intents = world.store
    .where("invoice_payment", "invoice", invoice)
    .map((payment) => payment.payment.payment_intent);
  const isProcessing = intents.some(
    (intent) =>
      typeof intent === "string" &&
      world.store.get("payment_intent", intent)?.status === "processing",
  );
  if (isProcessing) moveTo(world, id, "active");
  else world.agenda.plan("expireIncomplete", id, world.now() + INCOMPLETE_FOR);
}
