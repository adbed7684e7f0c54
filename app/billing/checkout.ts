import { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { enqueue } from "~/jobs/enqueue";
import { newId } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import type { Trx } from "~/schema";
import type { World } from "~/world";
import { cancelSubscriptionsOf } from "./cancel-subscriptions";
import { ensureStripePrice, type Price } from "./ensure-price";
import { finishCheckout } from "./finish-checkout";
import { PaymentServiceUnavailable } from "./gateway";
import { isPaidFor } from "./outcome-rules";
import { insertCheckout, unfinishedCheckoutOf, updateCheckout } from "./queries/checkouts";
import { linesFor } from "./queries/outcome";
import { ensurePayer } from "./queries/payers";
import type { Subject } from "./subjects";
import { syncPayer } from "./sync/sync-payer";

export { ensureStripePrice, type Price } from "./ensure-price";

export interface CheckoutRequest {
  subject: Subject;
  personId: string;
  price: Price;
  /** Paths of the portal to come back to, paid or not. */
  returnTo: string;
  cancelTo: string;
}

export type NoCheckout = { reason: "alreadyPaid" } | { reason: "paymentServiceUnavailable" };

/** Stripe allows 24 hours at most; an hour is left for our clocks and for a second try. */
const LIFE = Temporal.Duration.from({ hours: 23 });
/** A request that died between the row and Stripe is finished by a job after this long. */
const PATIENCE = Temporal.Duration.from({ minutes: 2 });

/**
 * Opens Stripe's payment page for a subject and answers its address. At most one is open per subject: another one expires the
 * first, and where that turns out to be paid the answer is `alreadyPaid`. A first payment that failed or was left can be tried again.
 */
export async function openCheckout(
  world: World,
  request: CheckoutRequest,
  now: Temporal.Instant,
): Promise<Result<{ url: string }, NoCheckout>> {
  try {
    await ensureStripePrice(world, request.price);
    await closeUnfinished(world, request.subject, now);
    const begun = await world.db.transaction().execute((trx) => beginCheckout(trx, request, now));
    if (!begun.ok) return begun;
    const url = await finishCheckout(world, begun.value.checkoutId, now);
    return url === undefined ? err({ reason: "paymentServiceUnavailable" }) : ok({ url });
  } catch (error) {
    if (error instanceof PaymentServiceUnavailable)
      return err({ reason: "paymentServiceUnavailable" });
    throw error;
  }
}

/** Expires what an earlier tab had open; where it was paid just before, the sync takes that in. */
async function closeUnfinished(world: World, subject: Subject, now: Temporal.Instant) {
  const { db, stripe } = world;
  const unfinished = await unfinishedCheckoutOf(db, subject);
  if (!unfinished) return;
  if (unfinished.state === "creating") await finishCheckout(world, unfinished.id, now);
  const open = await unfinishedCheckoutOf(db, subject);
  if (!open?.stripeId) return;
  const expired = await stripe.expireCheckout(open.stripeId);
  if (!expired.ok) await syncPayer(world, open.payerId, now);
  else
    await db
      .transaction()
      .execute((trx) =>
        updateCheckout(trx, open.id, { state: "expired", url: null, finishedAt: now.toString() }),
      );
}

/** The row comes first. Where two tabs ask at once, both go on with the one that was written first. */
async function beginCheckout(
  trx: Trx,
  { subject, personId, price, returnTo, cancelTo }: CheckoutRequest,
  now: Temporal.Instant,
): Promise<Result<{ checkoutId: string }, NoCheckout>> {
  if (isPaidFor(await linesFor(trx, subject))) return err({ reason: "alreadyPaid" });
  const checkoutId = newId();
  const isNew = await insertCheckout(trx, {
    id: checkoutId,
    payerId: await ensurePayer(trx, personId),
    subjectKind: subject.kind,
    subjectId: subject.id,
    priceId: price.id,
    returnTo,
    cancelTo,
    stripeId: null,
    url: null,
    state: "creating",
    createdAt: now.toString(),
    expiresAt: now.add(LIFE).toString(),
    finishedAt: null,
  });
  if (!isNew) {
    const other = await unfinishedCheckoutOf(trx, subject);
    return other ? ok({ checkoutId: other.id }) : err({ reason: "paymentServiceUnavailable" });
  }
  await cancelSubscriptionsOf(trx, subject, "A new payment was begun", personId, now);
  const opened = { kind: subject.kind, id: subject.id };
  await record(
    trx,
    { actorId: personId, act: "billing.checkoutOpened", subject: opened, personId },
    now,
  );
  await enqueue(trx, "billing.finishCheckout", { checkoutId }, now, {
    runAt: now.add(PATIENCE),
    uniqueKey: `billing.finishCheckout ${checkoutId}`,
  });
  return ok({ checkoutId });
}
