import { type Insertable, sql } from "kysely";
import type { StaffRolesTable } from "~/accounts/tables";
import type { CivilDate } from "~/lib/civil-date";
import type { Db, Trx } from "~/schema";

export function personByEmailKey(db: Db, emailKey: string) {
  return db
    .selectFrom("people")
    .select(["id", "givenName"])
    .where("emailKey", "=", emailKey)
    .executeTakeFirst();
}

/** The next day on which somebody's cover, or the cover of one person, runs out. */
export async function nextCoverEnd(db: Db, today: CivilDate, personId?: string) {
  const row = await db
    .selectFrom("cover")
    .select((eb) => eb.fn.min("coveredUntil").as("endsOn"))
    .where("coveredUntil", ">=", today)
    .$if(personId !== undefined, (query) => query.where("personId", "=", personId ?? ""))
    .executeTakeFirst();
  return row?.endsOn ?? undefined;
}

export async function isEmpty(db: Db): Promise<boolean> {
  return !(await db.selectFrom("people").select("id").limit(1).executeTakeFirst());
}

export const insertStaffRole = (trx: Trx, row: Insertable<StaffRolesTable>) =>
  trx.insertInto("staffRoles").values(row).execute();

/** The mails of a made-up past were never meant to arrive today. */
export async function forgetQueuedMail(db: Db): Promise<void> {
  await db.deleteFrom("jobs").where("name", "=", "mail.send").execute();
  await db.deleteFrom("outbox").execute();
}

/** A past that was taken in person by person gets its numbers by day, as they would have been given. */
export async function numberInvoicesByDay(db: Db): Promise<void> {
  await sql`update invoices set number = -numbered.place from
    (select id, row_number() over (order by issued_on, id) as place from invoices) as numbered
    where numbered.id = invoices.id`.execute(db);
  await sql`update invoices set number = -number`.execute(db);
}
