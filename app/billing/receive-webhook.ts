import type { Temporal } from "temporal-polyfill";
import type { World } from "~/world";
import { insertEvent } from "./queries/events";
import { payerOfCustomer } from "./queries/payers";
import { queueSync } from "./work/sync";

/**
 * Takes a webhook for the nudge that it is: the event's id and a sync are written in one transaction, and nothing of what it
 * says is believed. `badSignature` leaves no trace but a count.
 */
export async function receiveWebhook(
  world: World,
  { body, signature }: { body: string; signature: string | null },
  now: Temporal.Instant,
): Promise<"received" | "badSignature"> {
  const { db, stripe, counters } = world;
  const nudge = await stripe.verifiedNudge(body, signature, now);
  if (!nudge) {
    counters.add("stripeWebhookBadSignature");
    return "badSignature";
  }
  const { eventId, type, objectKind, objectId, customerId } = nudge;
  await db.transaction().execute(async (trx) => {
    const payerId = customerId === null ? undefined : await payerOfCustomer(trx, customerId);
    const isNew = await insertEvent(trx, {
      id: eventId,
      type,
      objectKind,
      objectId,
      customerId,
      payerId: payerId ?? null,
      receivedAt: now.toString(),
    });
    if (!isNew || NOT_MONEY.includes(objectKind)) return;
    await queueSync(trx, payerId ? { payerId } : { objectKind, objectId }, now);
  });
  counters.add("stripeWebhook");
  return "received";
}

/** Changes of these move no money of anybody's. */
const NOT_MONEY = ["product", "price", "payout", "balance", "plan", "coupon"];
