import type { Insertable, Updateable } from "kysely";
import type { Interval } from "~/lib/civil-date";
import type { Db, Trx } from "~/schema";
import type { GradePricesTable, GradesTable } from "../tables";

export const insertGrade = (trx: Trx, row: Insertable<GradesTable>) =>
  trx.insertInto("grades").values(row).execute();

export const updateGrade = (trx: Trx, id: string, row: Updateable<GradesTable>) =>
  trx.updateTable("grades").set(row).where("id", "=", id).execute();

export const insertPrice = (trx: Trx, row: Insertable<GradePricesTable>) =>
  trx.insertInto("gradePrices").values(row).execute();

export const allGrades = (db: Db) =>
  db.selectFrom("grades").selectAll().orderBy("position").orderBy("name").execute();

export const gradeById = (db: Db, id: string) =>
  db.selectFrom("grades").selectAll().where("id", "=", id).executeTakeFirst();

export const priceById = (db: Db, id: string) =>
  db.selectFrom("gradePrices").selectAll().where("id", "=", id).executeTakeFirst();

/** The prices of a grade, newest first. */
export const pricesOfGrade = (db: Db, gradeId: string) =>
  db
    .selectFrom("gradePrices")
    .selectAll()
    .where("gradeId", "=", gradeId)
    .orderBy("fromOn", "desc")
    .orderBy("id", "desc")
    .execute();

/** What the grades that can be joined cost on a day. */
export const pricesOn = (db: Db, date: string) =>
  db
    .selectFrom("gradePrices")
    .innerJoin("grades", "grades.id", "gradePrices.gradeId")
    .selectAll("gradePrices")
    .select(["grades.name as gradeName"])
    .where("gradePrices.fromOn", "<=", date)
    .where((or) => or.or([or("gradePrices.toOn", "is", null), or("gradePrices.toOn", ">=", date)]))
    .where((or) => or.or([or("grades.retiredOn", "is", null), or("grades.retiredOn", ">", date)]))
    .orderBy("grades.position")
    .orderBy("gradePrices.interval", "desc")
    .execute();

/** Ends what would overlap a price that begins on a day; one from that very day was never in force then. */
export const endPricesBefore = (
  trx: Trx,
  given: { gradeId: string; interval: Interval; fromOn: string; lastDay: string },
) =>
  trx
    .updateTable("gradePrices")
    .set({ toOn: given.lastDay })
    .where("gradeId", "=", given.gradeId)
    .where("interval", "=", given.interval)
    .where("fromOn", "<=", given.fromOn)
    .where((or) => or.or([or("toOn", "is", null), or("toOn", ">=", given.fromOn)]))
    .execute();

/** The first day of the next price of a grade and interval after a day. */
export async function nextPriceFrom(
  db: Db,
  given: { gradeId: string; interval: Interval; fromOn: string },
): Promise<string | undefined> {
  const next = await db
    .selectFrom("gradePrices")
    .select("fromOn")
    .where("gradeId", "=", given.gradeId)
    .where("interval", "=", given.interval)
    .where("fromOn", ">", given.fromOn)
    .where((eb) => eb.or([eb("toOn", "is", null), eb("toOn", ">=", eb.ref("fromOn"))]))
    .orderBy("fromOn")
    .limit(1)
    .executeTakeFirst();
  return next?.fromOn;
}

export const setPriceEnd = (trx: Trx, priceId: string, toOn: string) =>
  trx.updateTable("gradePrices").set({ toOn }).where("id", "=", priceId).execute();

/** Every price that is or will be charged, of the grades that can be joined. */
export const pricesFrom = (db: Db, date: string) =>
  db
    .selectFrom("gradePrices")
    .innerJoin("grades", "grades.id", "gradePrices.gradeId")
    .selectAll("gradePrices")
    .select("grades.name as gradeName")
    .where((eb) =>
      eb.or([
        eb("gradePrices.toOn", "is", null),
        eb.and([
          eb("gradePrices.toOn", ">=", date),
          eb("gradePrices.toOn", ">=", eb.ref("gradePrices.fromOn")),
        ]),
      ]),
    )
    .where("grades.retiredOn", "is", null)
    .orderBy("grades.position")
    .orderBy("gradePrices.interval", "desc")
    .orderBy("gradePrices.fromOn")
    .execute();
