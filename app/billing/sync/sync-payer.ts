import type { Temporal } from "temporal-polyfill";
import type { Trx } from "~/schema";
import type { World } from "~/world";
import { claimEvents } from "../queries/events";
import { oneAtATime } from "./one-at-a-time";
import { type PayerTruth, readTruth } from "./read-truth";
import { settleInvoices } from "./settle-invoices";
import { writeCheckouts } from "./write-checkouts";
import { writeInvoices } from "./write-invoices";
import { writePayments } from "./write-payments";
import { writeRefunds } from "./write-refunds";
import { followRenewals, writeSubscriptions } from "./write-subscriptions";

/** What one run of the sync works with. */
export interface SyncRun {
  trx: Trx;
  payerId: string;
  truth: PayerTruth;
  now: Temporal.Instant;
  /** Notes in plain words that the mirror differed from Stripe. */
  differed(words: string): void;
}

/**
 * Brings the mirror of one payer to what Stripe holds now, and settles what has been paid. Convergent: run any number of
 * times, in any order, it ends in the same state. The network comes first, then one short transaction.
 * Returns what differed, in plain words. Throws PaymentServiceUnavailable where Stripe does not answer.
 */
export function syncPayer(world: World, payerId: string, now: Temporal.Instant): Promise<string[]> {
  return oneAtATime(world.db, payerId, async () => {
    const truth = await readTruth(world, payerId);
    const differences: string[] = [];
    await world.db.transaction().execute((trx) =>
      writeTruth({
        trx,
        payerId,
        truth,
        now,
        differed: (words) => differences.push(words),
      }),
    );
    return differences;
  });
}

async function writeTruth(run: SyncRun): Promise<void> {
  const { trx, payerId, truth } = run;
  await writeCheckouts(run);
  await writeSubscriptions(run);
  const invoices = await writeInvoices(run);
  const changes = await writePayments(run, invoices);
  await settleInvoices(run, invoices, changes);
  await writeRefunds(run);
  await followRenewals(run);
  if (truth.customerIds.length > 0) await claimEvents(trx, payerId, truth.customerIds);
}
