import type { Insertable } from "kysely";
import type { Db, Trx } from "~/schema";
import type { CaughtMailsTable, OutboxTable } from "./tables";

export async function insertMail(trx: Trx, mail: Insertable<OutboxTable>): Promise<void> {
  await trx.insertInto("outbox").values(mail).execute();
}

export async function addressOfPerson(trx: Trx, personId: string): Promise<string | undefined> {
  const person = await trx
    .selectFrom("people")
    .select("email")
    .where("id", "=", personId)
    .where("erasedAt", "is", null)
    .executeTakeFirst();
  return person?.email;
}

/** A mail sent again after a crash is caught once. */
export async function insertCaughtMail(db: Db, mail: Insertable<CaughtMailsTable>): Promise<void> {
  await db
    .insertInto("caughtMails")
    .values(mail)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export function mailToSend(db: Db, id: string) {
  return db
    .selectFrom("outbox")
    .selectAll()
    .where("id", "=", id)
    .where("state", "<>", "sent")
    .executeTakeFirst();
}

/** A link or code that was mailed has no business here any more. */
export async function markMailSent(db: Db, id: string, sentAt: string): Promise<void> {
  await db
    .updateTable("outbox")
    .set((eb) => ({
      state: "sent",
      sentAt,
      sealedDetails: null,
      lastError: null,
      attempts: eb("attempts", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}

export async function markMailFailed(db: Db, id: string, lastError: string): Promise<void> {
  await db
    .updateTable("outbox")
    .set((eb) => ({ state: "failed", lastError, attempts: eb("attempts", "+", 1) }))
    .where("id", "=", id)
    .execute();
}
