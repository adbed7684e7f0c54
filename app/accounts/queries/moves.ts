import type { Insertable } from "kysely";
import type { Db, Trx } from "~/schema";
import type { AccountMovesTable } from "../tables";

export const insertMove = (trx: Trx, move: Insertable<AccountMovesTable>) =>
  trx.insertInto("accountMoves").values(move).execute();

const underWay = (db: Db) =>
  db
    .selectFrom("accountMoves")
    .selectAll()
    .where("doneAt", "is", null)
    .where("stoppedAt", "is", null);

export const moveById = (db: Db, id: string) =>
  underWay(db).where("id", "=", id).executeTakeFirst();

export const moveByStopHash = (db: Db, stopHash: string) =>
  underWay(db).where("stopHash", "=", stopHash).executeTakeFirst();

export const moveOf = (db: Db, personId: string) =>
  underWay(db).where("personId", "=", personId).executeTakeFirst();

export const setMoveDone = (trx: Trx, id: string, doneAt: string) =>
  trx.updateTable("accountMoves").set({ doneAt }).where("id", "=", id).execute();

export const setMoveStopped = (trx: Trx, id: string, stoppedAt: string) =>
  trx.updateTable("accountMoves").set({ stoppedAt }).where("id", "=", id).execute();
