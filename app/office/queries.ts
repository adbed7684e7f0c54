import type { CivilDate } from "~/lib/civil-date";
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

/** Failed payments whose invoice is still open. */
export const paymentsFailed = (db: Db) =>
  db
    .selectFrom("payments")
    .innerJoin("invoices", "invoices.id", "payments.invoiceId")
    .select(({ fn }) => fn.count<number>("invoices.id").distinct().as("count"))
    .where("payments.state", "=", "failed")
    .where("invoices.state", "=", "open")
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

/** Members whose cover has run out and whose days of grace have not. */
export const membersInGrace = (db: Db, today: CivilDate) =>
  db
    .selectFrom("cover")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("coveredUntil", "<", today)
    .where("graceUntil", ">=", today)
    .where("endedOn", "is", null)
    .executeTakeFirstOrThrow();

/** Whether anybody has ever had a role in the office. */
export async function hasStaff(db: Db): Promise<boolean> {
  const somebody = await db.selectFrom("staffRoles").select("id").limit(1).executeTakeFirst();
  return somebody !== undefined;
}
