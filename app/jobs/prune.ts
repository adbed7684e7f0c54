import { setImmediate as otherRequests } from "node:timers/promises";
import type { Temporal } from "temporal-polyfill";
import type { World } from "~/world";
import { deleteFinishedJobs, deleteOldSlots } from "./queries/queue";

const KEPT_HOURS = 30 * 24;
const AT_ONCE = 100;

/** Forgets what was done more than 30 days ago. Failed jobs stay until somebody has dealt with them. */
export async function prune({ db }: World, _payload: null, now: Temporal.Instant): Promise<void> {
  const before = now.subtract({ hours: KEPT_HOURS }).toString();
  while ((await deleteFinishedJobs(db, before, AT_ONCE)) === AT_ONCE) await otherRequests();
  await deleteOldSlots(db, before);
}
