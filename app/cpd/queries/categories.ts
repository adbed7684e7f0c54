import type { Insertable, Updateable } from "kysely";
import type { Db, Trx } from "~/schema";
import type { CpdCategoriesTable } from "../tables";

export type CpdCategory = Awaited<ReturnType<typeof allCategories>>[number];

/** Every category in the order of the association, retired ones too. */
export function allCategories(db: Db) {
  return db.selectFrom("cpdCategories").selectAll().orderBy("position").orderBy("id").execute();
}

/** The categories that an activity may be logged in. */
export function openCategories(db: Db) {
  return db
    .selectFrom("cpdCategories")
    .selectAll()
    .where("retiredOn", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

export const categoryById = (db: Db, id: string) =>
  db.selectFrom("cpdCategories").selectAll().where("id", "=", id).executeTakeFirst();

export const insertCategory = (trx: Trx, row: Insertable<CpdCategoriesTable>) =>
  trx.insertInto("cpdCategories").values(row).execute();

export const updateCategory = (trx: Trx, id: string, change: Updateable<CpdCategoriesTable>) =>
  trx.updateTable("cpdCategories").set(change).where("id", "=", id).execute();

export const setCategoryPosition = (trx: Trx, id: string, position: number) =>
  trx.updateTable("cpdCategories").set({ position }).where("id", "=", id).execute();
