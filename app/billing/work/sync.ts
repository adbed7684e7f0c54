import type { Temporal } from "temporal-polyfill";
import { enqueue } from "~/jobs/enqueue";
import type { Db, Trx } from "~/schema";
import type { World } from "~/world";
import { insertCustomer, payerById, payerOfCustomer } from "../queries/payers";
import { syncPayer } from "../sync/sync-payer";

/** What a sync is told: whose money, or which of Stripe's objects where nobody knows yet whose it is. */
export type SyncPayload = { payerId: string } | { objectKind: string; objectId: string };

/** Queues a sync. One of a payer at a time: a nudge meanwhile makes it run once more. */
export async function queueSync(trx: Trx, payload: SyncPayload, now: Temporal.Instant) {
  const key =
    "payerId" in payload
      ? `billing.sync ${payload.payerId}`
      : `billing.sync ${payload.objectKind} ${payload.objectId}`;
  await enqueue(trx, "billing.sync", payload, now, { uniqueKey: key });
}

/** Syncs the payer that an object belongs to. While nobody knows whose it is the job fails, and is tried again later. */
export async function sync(
  world: World,
  payload: SyncPayload,
  now: Temporal.Instant,
): Promise<void> {
  if ("payerId" in payload) {
    await syncPayer(world, payload.payerId, now);
    return;
  }
  const customerId = await world.stripe.customerOf(payload.objectKind, payload.objectId);
  if (!customerId) return; // gone at Stripe, or nobody's: there is no money to follow
  const payerId = await payerBehind(world, customerId, now);
  if (!payerId) throw new Error(`Nobody knows the Stripe customer ${customerId} yet`);
  await world.db.transaction().execute((trx) => queueSync(trx, { payerId }, now));
}

/** Our own row, or the payer's id that we wrote on the customer: its row may have been lost in a crash. */
async function payerBehind(
  { db, stripe }: World,
  customerId: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const known = await payerOfCustomer(db, customerId);
  if (known) return known;
  const payerId = await stripe.payerOf(customerId);
  if (!payerId || !(await isPayer(db, payerId))) return undefined;
  await db.transaction().execute((trx) => insertCustomer(trx, customerId, payerId, now.toString()));
  return payerId;
}

const isPayer = async (db: Db, payerId: string) => (await payerById(db, payerId)) !== undefined;
