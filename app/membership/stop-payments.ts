import type { Temporal } from "temporal-polyfill";
import { cancelSubscriptionsOf } from "~/billing/cancel-subscriptions";
import type { Trx } from "~/schema";
import { membershipSubjectsOf } from "./queries/lines";

/** Ends whatever still takes money for a person's memberships. Invoices that are open are voided with it. */
export async function stopPayments(
  trx: Trx,
  personId: string,
  { reason, by }: { reason: string; by: string | null },
  now: Temporal.Instant,
): Promise<void> {
  for (const subject of await membershipSubjectsOf(trx, personId))
    await cancelSubscriptionsOf(trx, subject, reason, by, now);
}
