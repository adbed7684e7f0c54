import type { Insertable } from "kysely";
import type { Db, Trx } from "~/schema";
import type { EmploymentsTable } from "../tables";

export const contactOf = (db: Db, personId: string) =>
  db
    .selectFrom("people")
    .select([
      "givenName",
      "familyName",
      "jobTitle",
      "nation",
      "region",
      "email",
      "backupEmail",
      "backupEmailConfirmedAt",
    ])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();

/** The employment that goes on; the newest where there are several. */
export const employmentOf = (db: Db, personId: string) =>
  db
    .selectFrom("employments")
    .selectAll()
    .where("personId", "=", personId)
    .where("toOn", "is", null)
    .orderBy("fromOn", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();

export const insertEmployment = (trx: Trx, employment: Insertable<EmploymentsTable>) =>
  trx.insertInto("employments").values(employment).execute();

export const endEmployment = (trx: Trx, id: string, toOn: string) =>
  trx.updateTable("employments").set({ toOn }).where("id", "=", id).execute();
