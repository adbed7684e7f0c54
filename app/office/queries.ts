import { sql } from "kysely";
import type { CivilDate } from "~/lib/civil-date";
import { standingCase } from "~/membership/queries/standing-case";
import type { Db, Trx } from "~/schema";

export function allSettings(db: Db) {
  return db.selectFrom("settings").select(["key", "value"]).execute();
}

export function putSetting(trx: Trx, key: string, value: string, updatedAt: string) {
  return trx
    .insertInto("settings")
    .values({ key, value, updatedAt })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value, updatedAt }))
    .execute();
}

/** Applications that the office has something to read of: how many, and since when the oldest waits. */
export const applicationsWaiting = (db: Db) =>
  db
    .selectFrom("applications")
    .select(({ fn }) => [
      fn.countAll<number>().as("count"),
      fn.min<string | null>("stateSince").as("since"),
    ])
    .where("state", "in", ["submitted", "answered"])
    .executeTakeFirstOrThrow();

/** Open invoices whose payment failed and is not being tried again at the moment. */
export const paymentsFailed = (db: Db) =>
  db
    .selectFrom("payments")
    .innerJoin("invoices", "invoices.id", "payments.invoiceId")
    .select(({ fn }) => fn.count<number>("invoices.id").distinct().as("count"))
    .where("payments.state", "=", "failed")
    .where("invoices.state", "=", "open")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("payments as underWay")
            .select("underWay.id")
            .whereRef("underWay.invoiceId", "=", "invoices.id")
            .where("underWay.state", "=", "pending"),
        ),
      ),
    )
    .executeTakeFirstOrThrow();

export const refundsUnfinished = (db: Db) =>
  db
    .selectFrom("refunds")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("finishedAt", "is", null)
    .executeTakeFirstOrThrow();

export const jobsFailed = (db: Db) =>
  db
    .selectFrom("jobs")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("failedAt", "is not", null)
    .executeTakeFirstOrThrow();

export const mailsFailed = (db: Db) =>
  db
    .selectFrom("outbox")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("state", "=", "failed")
    .executeTakeFirstOrThrow();

/** People with a role today whose second factor is not set up: they cannot enter the office. */
export const staffWithoutTwoFactor = (db: Db, today: CivilDate) =>
  db
    .selectFrom("staffRoles")
    .leftJoin("twoFactors", "twoFactors.personId", "staffRoles.personId")
    .select(({ fn }) => fn.count<number>("staffRoles.personId").distinct().as("count"))
    .where("staffRoles.fromOn", "<=", today)
    .where((or) => or.or([or("staffRoles.toOn", "is", null), or("staffRoles.toOn", ">", today)]))
    .where("twoFactors.confirmedAt", "is", null)
    .executeTakeFirstOrThrow();

/** Members whose cover has run out and whose days of grace have not: those whom the list of members shows as such. */
export const membersInGrace = (db: Db, today: CivilDate) =>
  db
    .selectFrom("cover")
    .innerJoin("people", "people.id", "cover.personId")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("people.erasedAt", "is", null)
    .where("people.mergedInto", "is", null)
    .where("cover.coveredUntil", "<=", today)
    .where("cover.graceUntil", ">=", today)
    .where(sql<boolean>`${standingCase(today)} = 'inGrace'`)
    .executeTakeFirstOrThrow();

/** Whether anybody has ever had a role in the office. */
export async function hasStaff(db: Db): Promise<boolean> {
  const somebody = await db.selectFrom("staffRoles").select("id").limit(1).executeTakeFirst();
  return somebody !== undefined;
}
