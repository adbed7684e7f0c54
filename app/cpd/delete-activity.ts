import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { err, ok, type Result } from "~/lib/result";
import type { Db } from "~/schema";
import { openForChange } from "./activity-draft";
import type { NotLoggable } from "./may-log";
import { ownActivity, updateActivity } from "./queries/activities";

/** Days during which a deleted activity can be brought back. */
export const DAYS_TO_RESTORE = 30;

type Refusal = NotLoggable | { reason: "notFound" };

/** Takes an activity out of the record; for `DAYS_TO_RESTORE` days it can be brought back. Deleting twice is deleting once. */
export const deleteActivity = (db: Db, personId: string, id: string, now: Temporal.Instant) =>
  setDeleted(db, { personId, id, act: "cpd.activityDeleted", isDeleted: true }, now);

export const restoreActivity = (db: Db, personId: string, id: string, now: Temporal.Instant) =>
  setDeleted(db, { personId, id, act: "cpd.activityRestored", isDeleted: false }, now);

function setDeleted(
  db: Db,
  given: { personId: string; id: string; act: string; isDeleted: boolean },
  now: Temporal.Instant,
): Promise<Result<null, Refusal>> {
  const { personId, id, act, isDeleted } = given;
  return db.transaction().execute(async (trx): Promise<Result<null, Refusal>> => {
    const activity = await ownActivity(trx, personId, id);
    if (!activity) return err({ reason: "notFound" });
    if ((activity.deletedAt !== null) === isDeleted) return ok(null);
    const open = await openForChange(trx, personId, activity.completedOn, now);
    if (!open.ok) return open;
    const deletedAt = isDeleted ? now.toString() : null;
    await updateActivity(trx, personId, id, { deletedAt });
    const subject = { kind: "cpdActivity", id };
    await record(trx, { actorId: personId, act, subject, personId }, now);
    return ok(null);
  });
}
