import type { Temporal } from "temporal-polyfill";
import { civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import type { Db } from "~/schema";
import type { ActivityFields } from "./activity-schema";
import { circumstancesOf, cycleWithDates } from "./cycle";
import { cycleOfDay } from "./cycle-of-day";
import { ownActivity } from "./queries/activities";
import { allCategories, openCategories } from "./queries/categories";

/** What the form of a new activity starts with: an id of its own, and today. */
export async function newActivityForm(db: Db, now: Temporal.Instant) {
  const defaults: ActivityFields = {
    id: newId(),
    completedOn: civilDateOf(now),
    isFormal: "usual",
  } as ActivityFields;
  return { categories: await openCategories(db), defaults };
}

/** One of a person's own activities with its form; null where it is not theirs, was deleted, or never was. */
export async function activityPage(
  db: Db,
  { personId, id }: { personId: string; id: string },
  now: Temporal.Instant,
) {
  const activity = await ownActivity(db, personId, id);
  if (!activity || activity.deletedAt) return null;
  const categories = await allCategories(db);
  return {
    activity,
    isClosed: await isInClosedCycle(db, personId, activity.completedOn, now),
    categories: categories.filter(
      (category) => category.retiredOn === null || category.id === activity.categoryId,
    ),
  };
}

async function isInClosedCycle(db: Db, personId: string, day: string, now: Temporal.Instant) {
  const circumstances = await circumstancesOf(db, personId, civilDateOf(now));
  const dates = cycleOfDay(circumstances.spells, day);
  const cycle = dates && (await cycleWithDates(db, circumstances, dates));
  return cycle !== null && cycle.closedOn !== null;
}
