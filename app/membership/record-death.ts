import type { Temporal } from "temporal-polyfill";
import { deleteSessionsOf } from "~/accounts/queries/sessions";
import { inTransaction } from "~/db/in-transaction";
import { record } from "~/history/record";
import { type CivilDate, civilDateOf } from "~/lib/civil-date";
import { err, ok, type Result } from "~/lib/result";
import type { Db } from "~/schema";
import { setDeath } from "./queries/members";
import { stopPayments } from "./stop-payments";

/** Records that a person has died, stops every payment and signs the account out. The record stays. */
export function recordDeath(
  db: Db,
  given: { personId: string; diedOn: CivilDate; reason: string; by: string | null },
  now: Temporal.Instant,
): Promise<Result<null, { reason: "inFuture" | "recordedAlready" }>> {
  const { personId, diedOn, reason, by } = given;
  return inTransaction(db, async (trx) => {
    if (diedOn > civilDateOf(now)) return err({ reason: "inFuture" });
    const { numUpdatedRows } = await setDeath(trx, personId, diedOn);
    if (numUpdatedRows === 0n) return err({ reason: "recordedAlready" });
    await stopPayments(trx, personId, { reason, by }, now);
    await deleteSessionsOf(trx, personId);
    const subject = { kind: "person", id: personId };
    const act = "membership.deathRecorded";
    await record(trx, { actorId: by, act, subject, personId, reason }, now);
    return ok(null);
  });
}
