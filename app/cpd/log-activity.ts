import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { err, ok, type Result } from "~/lib/result";
import type { Db } from "~/schema";
import { type ActivityDraft, settleDraft } from "./activity-draft";
import { rewriteActivity } from "./edit-activity";
import type { NotLoggable } from "./may-log";
import { insertActivity, isActivityId, ownActivity } from "./queries/activities";

export interface LoggedActivity {
  id: string;
  pointsHundredths: number;
}

/**
 * Logs an activity under an id that was made with the form: sent twice it is one activity, as it was sent last.
 * The id of another person's activity is `notFound`.
 */
export function logActivity(
  db: Db,
  personId: string,
  { id, ...draft }: ActivityDraft & { id: string },
  now: Temporal.Instant,
): Promise<Result<LoggedActivity, NotLoggable | { reason: "notFound" }>> {
  return db.transaction().execute(async (trx) => {
    const sentBefore = await ownActivity(trx, personId, id);
    if (sentBefore) return rewriteActivity(trx, sentBefore, draft, now);
    if (await isActivityId(trx, id)) return err({ reason: "notFound" });
    const settled = await settleDraft(trx, personId, draft, { now });
    if (!settled.ok) return settled;
    const at = now.toString();
    await insertActivity(trx, {
      ...settled.value,
      id,
      personId,
      sourceKind: "manual",
      sourceId: null,
      finishedAt: at,
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
    });
    const subject = { kind: "cpdActivity", id };
    await record(trx, { actorId: personId, act: "cpd.activityLogged", subject, personId }, now);
    return ok({ id, pointsHundredths: settled.value.pointsHundredths });
  });
}
