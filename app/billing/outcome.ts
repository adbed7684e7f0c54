import { setTimeout as passed } from "node:timers/promises";
import type { Temporal } from "temporal-polyfill";
import type { World } from "~/world";
import { PaymentServiceUnavailable } from "./gateway";
import { type CheckoutOutcome, outcomeOf } from "./outcome-rules";
import { newestCheckoutOf } from "./queries/checkouts";
import { linesFor } from "./queries/outcome";
import type { Subject } from "./subjects";
import { syncPayer } from "./sync/sync-payer";

export type { CheckoutOutcome } from "./outcome-rules";
export { paymentsOfPerson } from "./queries/payments";

/** A page waits for Stripe no longer than this; the sync goes on without it. */
const PATIENCE_MILLISECONDS = 5_000;

/**
 * What has become of the payment for a subject, so that a page tells the truth before the webhook comes: where the mirror
 * does not know yet, Stripe is asked. `checking`: Stripe does not answer, or has not said yet whether it was paid.
 */
export async function checkoutOutcome(
  world: World,
  subject: Subject,
  now: Temporal.Instant,
  patienceMilliseconds = PATIENCE_MILLISECONDS,
): Promise<CheckoutOutcome> {
  const known = outcomeOf(await linesFor(world.db, subject));
  if (known === "paid") return known;
  const checkout = await newestCheckoutOf(world.db, subject);
  if (!checkout) return known ?? "none";
  if (checkout.state === "creating") return "open";
  if (checkout.state === "open" || (checkout.state === "completed" && !known)) {
    const isAsked = isSynced(world, checkout.payerId, now);
    const isTooSlow = passed(patienceMilliseconds, false, { ref: false });
    if (!(await Promise.race([isAsked, isTooSlow]))) return "checking";
  }
  return outcomeNow(world, subject);
}

async function outcomeNow({ db }: World, subject: Subject): Promise<CheckoutOutcome> {
  const known = outcomeOf(await linesFor(db, subject));
  if (known === "paid" || known === "debitUnderWay") return known;
  const checkout = await newestCheckoutOf(db, subject);
  if (checkout?.state === "open") return "open";
  if (known) return known;
  return checkout?.state === "completed" ? "checking" : "none";
}

async function isSynced(world: World, payerId: string, now: Temporal.Instant): Promise<boolean> {
  try {
    await syncPayer(world, payerId, now);
    return true;
  } catch (error) {
    if (error instanceof PaymentServiceUnavailable) return false;
    throw error;
  }
}
