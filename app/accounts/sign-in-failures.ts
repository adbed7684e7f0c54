import { Temporal } from "temporal-polyfill";
import { hashOf } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import type { Db } from "~/schema";
import { deleteFailures, failuresOf, putFailures } from "./queries/failures";

/** Minutes during which nothing is tried after so many failures in a row: none, then 1, 2, 4, 8 and 15. */
export const blockMinutes = (failures: number): number =>
  failures < 5 ? 0 : Math.min(2 ** (failures - 5), 15);

export type Blocked = { reason: "blocked"; minutes: number };

/**
 * Counts an attempt as failed before it is judged, so that many at once cannot outrun the count. The key is an address or
 * a person's second factor; an address without an account is counted alike. Survives a restart.
 */
export function beginAttempt(
  db: Db,
  key: string,
  realNow: Temporal.Instant,
): Promise<Result<null, Blocked>> {
  return db.transaction().execute(async (trx) => {
    const keyHash = hashOf(key);
    const known = await failuresOf(trx, keyHash);
    const minutes = known?.blockedUntil ? minutesUntil(known.blockedUntil, realNow) : 0;
    if (minutes > 0) return err({ reason: "blocked", minutes });
    const isRecent = known && minutesUntil(known.firstFailedAt, realNow) > -24 * 60;
    const failures = isRecent ? known.failures + 1 : 1;
    const block = blockMinutes(failures);
    await putFailures(trx, {
      keyHash,
      failures,
      firstFailedAt: isRecent ? known.firstFailedAt : realNow.toString(),
      blockedUntil: block ? realNow.add({ minutes: block }).toString() : null,
    });
    return ok(null);
  });
}

/** The attempt succeeded: what went wrong before is forgotten. */
export async function forgetFailures(db: Db, key: string): Promise<void> {
  await deleteFailures(db, hashOf(key));
}

const minutesUntil = (iso: string, now: Temporal.Instant): number =>
  Math.ceil(now.until(Temporal.Instant.from(iso)).total("minutes"));
