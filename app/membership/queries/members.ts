import type { Db, Trx } from "~/schema";

export const memberOf = (db: Db, personId: string) =>
  db.selectFrom("members").selectAll().where("personId", "=", personId).executeTakeFirst();

export const insertMember = (trx: Trx, personId: string, number: number, firstJoinedOn: string) =>
  trx.insertInto("members").values({ personId, number, firstJoinedOn }).execute();

/** Only a failed first debit, or an older term brought in later, moves the day of first joining. */
export const setFirstJoined = (trx: Trx, personId: string, firstJoinedOn: string) =>
  trx.updateTable("members").set({ firstJoinedOn }).where("personId", "=", personId).execute();

export const setDeath = (trx: Trx, personId: string, diedOn: string) =>
  trx
    .updateTable("people")
    .set({ diedOn })
    .where("id", "=", personId)
    .where("diedOn", "is", null)
    .executeTakeFirstOrThrow();
