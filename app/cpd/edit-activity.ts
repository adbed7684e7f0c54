import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { err, ok, type Result } from "~/lib/result";
import type { Db, Trx } from "~/schema";
import {
  type ActivityDraft,
  openForChange,
  type SettledDraft,
  settleDraft,
} from "./activity-draft";
import type { LoggedActivity } from "./log-activity";
import type { NotLoggable } from "./may-log";
import { ownActivity, updateActivity } from "./queries/activities";

type OwnActivity = NonNullable<Awaited<ReturnType<typeof ownActivity>>>;

/** Changes one of a person's own activities; points are worked out anew by the rule of its cycle. */
export function editActivity(
  db: Db,
  personId: string,
  { id, ...draft }: ActivityDraft & { id: string },
  now: Temporal.Instant,
): Promise<Result<LoggedActivity, NotLoggable | { reason: "notFound" }>> {
  return db.transaction().execute(async (trx) => {
    const before = await ownActivity(trx, personId, id);
    if (!before || before.deletedAt) return err({ reason: "notFound" });
    return rewriteActivity(trx, before, draft, now);
  });
}

/** The change itself, for acts that have found the activity; one that was deleted comes back with it. */
export async function rewriteActivity(
  trx: Trx,
  before: OwnActivity,
  draft: ActivityDraft,
  now: Temporal.Instant,
): Promise<Result<LoggedActivity, NotLoggable>> {
  const { id, personId } = before;
  const open = await openForChange(trx, personId, before.completedOn, now);
  if (!open.ok) return open;
  const settled = await settleDraft(trx, personId, draft, {
    keptCategoryId: before.categoryId,
    now,
  });
  if (!settled.ok) return settled;
  const changes = changesOf(before, settled.value);
  if (Object.keys(changes).length > 0 || before.deletedAt) {
    await updateActivity(trx, personId, id, {
      ...settled.value,
      updatedAt: now.toString(),
      deletedAt: null,
    });
    const subject = { kind: "cpdActivity", id };
    const entry = { actorId: personId, act: "cpd.activityEdited", subject, personId, changes };
    await record(trx, entry, now);
  }
  return ok({ id, pointsHundredths: settled.value.pointsHundredths });
}

/** History names every field that changed, but what was written stays in the record alone. */
function changesOf(before: OwnActivity, after: SettledDraft) {
  const names = Object.keys(after) as (keyof SettledDraft)[];
  const changed = names.filter((name) => before[name] !== after[name]);
  return Object.fromEntries(
    changed.map((name) => [
      name,
      name === "title" || name === "learned"
        ? {}
        : { before: String(before[name]), after: String(after[name]) },
    ]),
  );
}
