import type { Insertable } from "kysely";
import type { Db, Trx } from "~/schema";
import type { EmploymentsTable } from "../tables";

/** What a person told the association about who they are. */
export const profileOf = (db: Db, personId: string) =>
  db
    .selectFrom("people")
    .select(["givenName", "familyName", "email", "nation", "region", "jobTitle"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();

export const setProfile = (
  trx: Trx,
  personId: string,
  profile: {
    givenName: string;
    familyName: string;
    nation: string;
    region: string;
    jobTitle: string;
  },
) => trx.updateTable("people").set(profile).where("id", "=", personId).execute();

/** The job that a person has now, the newest where there are several. */
export const currentEmployment = (db: Db, personId: string) =>
  db
    .selectFrom("employments")
    .select(["id", "employerName", "kind", "fromOn"])
    .where("personId", "=", personId)
    .where("toOn", "is", null)
    .orderBy("fromOn", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();

export const insertEmployment = (trx: Trx, row: Insertable<EmploymentsTable>) =>
  trx.insertInto("employments").values(row).execute();

export const endEmployments = (trx: Trx, personId: string, toOn: string) =>
  trx
    .updateTable("employments")
    .set({ toOn })
    .where("personId", "=", personId)
    .where("toOn", "is", null)
    .execute();
