import type { Temporal } from "temporal-polyfill";
import type { World } from "~/world";
import { ensureCustomer } from "./ensure-customer";
import { checkoutById, setCheckoutOpen, stripePriceOf, updateCheckout } from "./queries/checkouts";

/**
 * Makes the Checkout Session of a row that has none yet, with the row's id as idempotency key: asked twice, it is the same page.
 * Answers the page's address; undefined where the checkout is over. Throws PaymentServiceUnavailable.
 */
export async function finishCheckout(
  world: World,
  checkoutId: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const { db, stripe, environment } = world;
  const row = await checkoutById(db, checkoutId);
  if (row?.state !== "creating") return row?.url ?? undefined;
  if (row.expiresAt <= now.toString()) return giveUp(world, checkoutId, now);
  const price = await stripePriceOf(db, row.priceId);
  if (!price) throw new Error(`The price ${row.priceId} is not at Stripe`);
  const { id, url } = await stripe.createCheckout({
    checkoutId,
    customerId: await ensureCustomer(world, row.payerId, now),
    stripePriceId: price.stripePriceId,
    reference: {
      checkoutId,
      subjectKind: row.subjectKind,
      subjectId: row.subjectId,
      priceId: row.priceId,
    },
    successUrl: environment.portalUrl + row.returnTo,
    cancelUrl: environment.portalUrl + row.cancelTo,
    expiresAt: row.expiresAt,
  });
  const isOpen = await db
    .transaction()
    .execute((trx) => setCheckoutOpen(trx, checkoutId, { stripeId: id, url }));
  if (!isOpen) return (await checkoutById(db, checkoutId))?.url ?? undefined;
  return url ?? undefined;
}

async function giveUp({ db }: World, checkoutId: string, now: Temporal.Instant) {
  await db
    .transaction()
    .execute((trx) =>
      updateCheckout(trx, checkoutId, { state: "failed", finishedAt: now.toString() }),
    );
  return undefined;
}
