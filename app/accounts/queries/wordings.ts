import type { Insertable } from "kysely";
import type { Db, Trx } from "~/schema";
import type { AcceptancesTable, ConsentsTable, WordingsTable } from "../tables";

/** The newest version of a text that is in force on a day. */
export const newestWording = (db: Db, kind: string, date: string) =>
  db
    .selectFrom("wordings")
    .selectAll()
    .where("kind", "=", kind)
    .where("inForceOn", "<=", date)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();

export const wordingsOfKind = (db: Db, kind: string) =>
  db
    .selectFrom("wordings")
    .selectAll()
    .where("kind", "=", kind)
    .orderBy("version", "desc")
    .execute();

export const insertWording = (trx: Trx, row: Insertable<WordingsTable>) =>
  trx.insertInto("wordings").values(row).execute();

export const insertAcceptance = (trx: Trx, row: Insertable<AcceptancesTable>) =>
  trx.insertInto("acceptances").values(row).execute();

export const insertConsent = (trx: Trx, row: Insertable<ConsentsTable>) =>
  trx.insertInto("consents").values(row).execute();

/** What a person accepted, newest first, with the version of each text. */
export const acceptancesOf = (db: Db, personId: string) =>
  db
    .selectFrom("acceptances")
    .innerJoin("wordings", "wordings.id", "acceptances.wordingId")
    .select(["acceptances.at", "wordings.kind", "wordings.version", "wordings.title"])
    .where("acceptances.personId", "=", personId)
    .orderBy("acceptances.at", "desc")
    .orderBy("wordings.kind")
    .execute();

/** Every choice that a person made about marketing, newest first: the first of a topic holds. */
export const consentsOf = (db: Db, personId: string) =>
  db
    .selectFrom("consents")
    .select(["topic", "choice", "at", "source"])
    .where("personId", "=", personId)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute();
