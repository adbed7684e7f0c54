import { openCheckoutsOf, updateCheckout } from "../queries/checkouts";
import type { SyncRun } from "./sync-payer";

/** Closes the checkouts that were paid or have expired at Stripe. */
export async function writeCheckouts({ trx, payerId, truth, now, differed }: SyncRun) {
  for (const { id, stripeId } of await openCheckoutsOf(trx, payerId)) {
    const state = stripeId ? truth.checkouts.get(stripeId)?.state : undefined;
    if (!state || state === "open") continue;
    await updateCheckout(trx, id, { state, url: null, finishedAt: now.toString() });
    differed(`A checkout was ${state}`);
  }
}
