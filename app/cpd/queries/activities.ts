import type { Insertable, Updateable } from "kysely";
import type { CivilDate } from "~/lib/civil-date";
import type { Db, Trx } from "~/schema";
import type { CpdActivitiesTable } from "../tables";

/** One of a person's own activities, deleted ones too; another person's is not found. */
export const ownActivity = (db: Db, personId: string, id: string) =>
  db
    .selectFrom("cpdActivities")
    .innerJoin("cpdCategories", "cpdCategories.id", "cpdActivities.categoryId")
    .selectAll("cpdActivities")
    .select("cpdCategories.name as categoryName")
    .where("cpdActivities.personId", "=", personId)
    .where("cpdActivities.id", "=", id)
    .executeTakeFirst();

export const isActivityId = async (db: Db, id: string): Promise<boolean> =>
  Boolean(
    await db.selectFrom("cpdActivities").select("id").where("id", "=", id).executeTakeFirst(),
  );

export const insertActivity = (trx: Trx, row: Insertable<CpdActivitiesTable>) =>
  trx.insertInto("cpdActivities").values(row).execute();

export const updateActivity = (
  trx: Trx,
  personId: string,
  id: string,
  change: Updateable<CpdActivitiesTable>,
) =>
  trx
    .updateTable("cpdActivities")
    .set(change)
    .where("personId", "=", personId)
    .where("id", "=", id)
    .execute();

/** The sums of what was completed between two days, formal and not: two rows however many activities there are. */
export async function sumsBetween(db: Db, personId: string, from: CivilDate, to: CivilDate) {
  const rows = await db
    .selectFrom("cpdActivities")
    .select(({ fn }) => [
      "isFormal",
      fn.sum<number>("minutes").as("minutes"),
      fn.sum<number>("pointsHundredths").as("pointsHundredths"),
      fn.countAll<number>().as("count"),
    ])
    .where("personId", "=", personId)
    .where("completedOn", ">=", from)
    .where("completedOn", "<=", to)
    .where("deletedAt", "is", null)
    .groupBy("isFormal")
    .execute();
  return rows.map((row) => ({ ...row, isFormal: row.isFormal === 1 }));
}

/** Deletes for good what was deleted before an instant. */
export const removeActivitiesDeletedBefore = (trx: Trx, before: string, most: number) =>
  trx
    .deleteFrom("cpdActivities")
    .where("id", "in", (eb) =>
      eb
        .selectFrom("cpdActivities")
        .select("id")
        .where("deletedAt", "<", before)
        .orderBy("deletedAt")
        .limit(most),
    )
    .executeTakeFirst();
