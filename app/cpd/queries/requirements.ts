import type { Insertable } from "kysely";
import type { Db, Trx } from "~/schema";
import type { CpdRequirementsTable } from "../tables";

export type CpdRequirement = Awaited<ReturnType<typeof allRequirements>>[number];

/** Every version, newest first. There are few. */
export function allRequirements(db: Db) {
  return db
    .selectFrom("cpdRequirements")
    .selectAll()
    .orderBy("fromOn", "desc")
    .orderBy("version", "desc")
    .execute();
}

export const requirementById = (db: Db, id: string) =>
  db.selectFrom("cpdRequirements").selectAll().where("id", "=", id).executeTakeFirst();

export const insertRequirement = (trx: Trx, row: Insertable<CpdRequirementsTable>) =>
  trx.insertInto("cpdRequirements").values(row).execute();

/** The note of an unconfirmed requirement says that it is unconfirmed, so it goes with it. */
export const setRequirementConfirmed = (trx: Trx, id: string) =>
  trx
    .updateTable("cpdRequirements")
    .set({ isConfirmed: 1, note: "" })
    .where("id", "=", id)
    .execute();

/** The nation that a person works in, which may have a requirement of its own. */
export async function nationOf(db: Db, personId: string): Promise<string | null> {
  const person = await db
    .selectFrom("people")
    .select("nation")
    .where("id", "=", personId)
    .executeTakeFirst();
  return person?.nation ?? null;
}
