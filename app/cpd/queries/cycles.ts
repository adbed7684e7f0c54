import type { Insertable } from "kysely";
import type { Db, Trx } from "~/schema";
import type { CpdCyclesTable } from "../tables";

export const cycleStarting = (db: Db, personId: string, startsOn: string) =>
  db
    .selectFrom("cpdCycles")
    .selectAll()
    .where("personId", "=", personId)
    .where("startsOn", "=", startsOn)
    .executeTakeFirst();

/** The cycles that a person has logged something in, newest first. */
export const cyclesOf = (db: Db, personId: string) =>
  db
    .selectFrom("cpdCycles")
    .select(["startsOn", "endsOn", "closedOn"])
    .where("personId", "=", personId)
    .orderBy("startsOn", "desc")
    .execute();

export const insertCycle = (trx: Trx, row: Insertable<CpdCyclesTable>) =>
  trx.insertInto("cpdCycles").values(row).returningAll().executeTakeFirstOrThrow();
