import type { Temporal } from "temporal-polyfill";
import { type CivilDate, civilDateOf } from "~/lib/civil-date";
import { err, ok, type Result } from "~/lib/result";
import type { Trx } from "~/schema";
import { beginCycle, type CpdCycle, circumstancesOf, cycleWithDates } from "./cycle";
import { mayLogOn, type NotLoggable } from "./may-log";
import { pointsFor } from "./points";
import { categoryById } from "./queries/categories";

/** What a member writes down of an activity. */
export interface ActivityDraft {
  title: string;
  completedOn: CivilDate;
  categoryId: string;
  /** Undefined: as the category has it. */
  isFormal?: boolean | undefined;
  minutes: number;
  learned: string;
}

/** What is stored of it: formal or not decided, points by the rule of the cycle that its day falls in. */
export interface SettledDraft {
  title: string;
  completedOn: CivilDate;
  categoryId: string;
  isFormal: number;
  minutes: number;
  pointsHundredths: number;
  learned: string;
}

/** Checks a draft against the rules, and begins the cycle that it is the first of. */
export async function settleDraft(
  trx: Trx,
  personId: string,
  draft: ActivityDraft,
  { keptCategoryId, now }: { keptCategoryId?: string; now: Temporal.Instant },
): Promise<Result<SettledDraft, NotLoggable>> {
  const today = civilDateOf(now);
  const circumstances = await circumstancesOf(trx, personId, today);
  const dates = mayLogOn(circumstances.spells, draft.completedOn, today);
  if (!dates.ok) return dates;
  const category = await categoryById(trx, draft.categoryId);
  if (!category || (category.retiredOn !== null && category.id !== keptCategoryId))
    return err({ reason: "categoryGone" });
  const cycle = await cycleWithDates(trx, circumstances, dates.value);
  if (!cycle) return err({ reason: "noRequirement" });
  if (cycle.closedOn !== null) return err(closed(cycle));
  await beginCycle(trx, personId, cycle);
  return ok({
    title: draft.title,
    completedOn: draft.completedOn,
    categoryId: draft.categoryId,
    isFormal: (draft.isFormal ?? category.isFormalByDefault === 1) ? 1 : 0,
    minutes: draft.minutes,
    pointsHundredths: pointsFor({ ...cycle.requirement, minutes: draft.minutes }),
    learned: draft.learned,
  });
}

const closed = ({ startsOn, endsOn }: CpdCycle): NotLoggable => ({
  reason: "cycleClosed",
  startsOn,
  endsOn,
});

/** Whether the day of an activity that exists lies in a cycle that is closed: it then stays as it is. */
export async function openForChange(
  trx: Trx,
  personId: string,
  completedOn: CivilDate,
  now: Temporal.Instant,
): Promise<Result<null, NotLoggable>> {
  const circumstances = await circumstancesOf(trx, personId, civilDateOf(now));
  const dates = mayLogOn(circumstances.spells, completedOn, civilDateOf(now));
  const cycle = dates.ok ? await cycleWithDates(trx, circumstances, dates.value) : null;
  return cycle?.closedOn ? err(closed(cycle)) : ok(null);
}
