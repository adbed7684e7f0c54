import { sql } from "kysely";
import { PAGE_ROWS, type Page, pageOf } from "~/db/page";
import type { CivilDate } from "~/lib/civil-date";
import type { Db } from "~/schema";

/** What a list of activities is narrowed to. */
export interface ActivityFilter {
  from?: CivilDate | undefined;
  to?: CivilDate | undefined;
  categoryId?: string | undefined;
  isFormal?: boolean | undefined;
  words?: string | undefined;
  /** The key of the last row of the page before. */
  after?: string | undefined;
}

export type ActivityLine = Awaited<ReturnType<typeof recentActivities>>[number];

const lines = (db: Db, personId: string) =>
  db
    .selectFrom("cpdActivities")
    .innerJoin("cpdCategories", "cpdCategories.id", "cpdActivities.categoryId")
    .select([
      "cpdActivities.id",
      "cpdActivities.title",
      "cpdActivities.completedOn",
      "cpdActivities.isFormal",
      "cpdActivities.minutes",
      "cpdActivities.pointsHundredths",
      "cpdActivities.deletedAt",
      "cpdCategories.name as categoryName",
    ])
    .where("cpdActivities.personId", "=", personId);

const newestFirst = (db: Db, personId: string) =>
  lines(db, personId)
    .where("cpdActivities.deletedAt", "is", null)
    .orderBy("cpdActivities.completedOn", "desc")
    .orderBy("cpdActivities.id", "desc");

export const recentActivities = (db: Db, personId: string, most: number) =>
  newestFirst(db, personId).limit(most).execute();

/** A page of a person's activities, newest first. */
export async function activitiesPage(
  db: Db,
  personId: string,
  filter: ActivityFilter,
): Promise<Page<ActivityLine>> {
  const { from, to, categoryId, isFormal, words } = filter;
  let query = newestFirst(db, personId).limit(PAGE_ROWS + 1);
  if (from) query = query.where("completedOn", ">=", from);
  if (to) query = query.where("completedOn", "<=", to);
  if (categoryId) query = query.where("categoryId", "=", categoryId);
  if (isFormal !== undefined) query = query.where("isFormal", "=", isFormal ? 1 : 0);
  if (words) {
    const like = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where(
      sql<boolean>`(title like ${like} escape '\\' or learned like ${like} escape '\\')`,
    );
  }
  const [day, id] = filter.after?.split("_") ?? [];
  if (day && id)
    query = query.where(({ or, and, eb }) =>
      or([
        eb("completedOn", "<", day),
        and([eb("completedOn", "=", day), eb("cpdActivities.id", "<", id)]),
      ]),
    );
  return pageOf(await query.execute(), (row) => `${row.completedOn}_${row.id}`);
}

/** What a person has deleted and can still bring back, latest first. */
export const deletedActivities = (db: Db, personId: string) =>
  lines(db, personId)
    .where("cpdActivities.deletedAt", "is not", null)
    .orderBy("cpdActivities.deletedAt", "desc")
    .limit(PAGE_ROWS)
    .execute();
