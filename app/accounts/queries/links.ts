import type { Insertable } from "kysely";
import type { Db, Trx } from "~/schema";
import type { LinkPurpose, OneTimeLinksTable } from "../tables";

export const insertLink = (trx: Trx, link: Insertable<OneTimeLinksTable>) =>
  trx.insertInto("oneTimeLinks").values(link).execute();

/** A link that may still be used. */
export const openLinkByHash = (db: Db, hash: string, purpose: LinkPurpose, now: string) =>
  openLinks(db, purpose, now).where("hash", "=", hash).executeTakeFirst();

export const openLinkByAttempt = (db: Db, attemptId: string, purpose: LinkPurpose, now: string) =>
  openLinks(db, purpose, now).where("attemptId", "=", attemptId).executeTakeFirst();

const openLinks = (db: Db, purpose: LinkPurpose, now: string) =>
  db
    .selectFrom("oneTimeLinks")
    .selectAll()
    .where("purpose", "=", purpose)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", now);

export const newestLinkOf = (db: Db, personId: string, purpose: LinkPurpose) =>
  db
    .selectFrom("oneTimeLinks")
    .selectAll()
    .where("personId", "=", personId)
    .where("purpose", "=", purpose)
    .orderBy("createdAt", "desc")
    .limit(1)
    .executeTakeFirst();

/** Counts a code that is about to be compared; false where there were too many already. */
export async function countAttempt(trx: Trx, hash: string, most: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("oneTimeLinks")
    .set((eb) => ({ attempts: eb("attempts", "+", 1) }))
    .where("hash", "=", hash)
    .where("attempts", "<", most)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Spends every open link of a purpose, so that the others in a mailbox are dead too. */
export const spendLinksOf = (trx: Trx, personId: string, purposes: LinkPurpose[], usedAt: string) =>
  trx
    .updateTable("oneTimeLinks")
    .set({ usedAt })
    .where("personId", "=", personId)
    .where("purpose", "in", purposes)
    .where("usedAt", "is", null)
    .execute();

export const deleteLinksExpiredBefore = (db: Db, before: string) =>
  db.deleteFrom("oneTimeLinks").where("expiresAt", "<", before).execute();
