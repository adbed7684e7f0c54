import { type Insertable, sql } from "kysely";
import { keyOfPlace, type Place } from "~/db/keyset";
import { PAGE_ROWS, pageOf } from "~/db/page";
import type { Db, Trx } from "~/schema";
import type { CaughtMailsTable, OutboxTable } from "./tables";

/** Stands for the details of a mail whose link or code is sealed. */
export const SEALED = '"sealed"';

export async function insertMail(trx: Trx, mail: Insertable<OutboxTable>): Promise<void> {
  await trx.insertInto("outbox").values(mail).execute();
}

/** A person who can be written to; nobody where a death is recorded. */
export const personToWriteTo = (trx: Trx, personId: string) =>
  trx
    .selectFrom("people")
    .select(["email", "erasedAt"])
    .where("id", "=", personId)
    .where("diedOn", "is", null)
    .executeTakeFirst();

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
    .where("state", "=", "waiting")
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

/** It was not taken this time; it stays in the outbox for the next attempt. */
export async function noteMailAttempt(db: Db, id: string, lastError: string): Promise<void> {
  await db
    .updateTable("outbox")
    .set((eb) => ({ lastError, attempts: eb("attempts", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

export async function markMailFailed(trx: Trx, id: string, lastError: string): Promise<void> {
  await trx
    .updateTable("outbox")
    .set((eb) => ({ state: "failed", lastError, attempts: eb("attempts", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/** A mail that failed waits again, from its first attempt. */
export async function markMailWaiting(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable("outbox")
    .set({ state: "waiting", attempts: 0, lastError: null })
    .where("id", "=", id)
    .execute();
}

const SHOWN = [
  "id",
  "emailName",
  "kind",
  "personId",
  "toAddress",
  "state",
  "attempts",
  "lastError",
  "createdAt",
  "sentAt",
] as const;

export interface MailQuestion {
  /** The start of an address, in any case. */
  address?: string;
  emailName?: string;
  state?: OutboxTable["state"];
}

/** The outbox, newest first. What a mail says is not read here. */
export async function mailsFound(db: Db, question: MailQuestion, after: Place | undefined) {
  const { address, emailName, state } = question;
  let query = db.selectFrom("outbox").select(SHOWN);
  if (address) query = query.where(startsWith(address.toLowerCase()));
  if (emailName) query = query.where("emailName", "=", emailName);
  if (state) query = query.where("state", "=", state);
  if (after)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("createdAt", "id"), "<", tuple(after.at, after.id)),
    );
  const rows = await query
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(PAGE_ROWS + 1)
    .execute();
  return pageOf(rows, ({ createdAt, id }) => keyOfPlace({ at: createdAt, id }));
}

/** A range rather than LIKE: a range uses the index on every database. */
const startsWith = (address: string) =>
  sql<boolean>`lower(to_address) >= ${address} and lower(to_address) < ${`${address}\uffff`}`;

/** The newest mails to a person, for their page. */
export function mailsOf(db: Db, personId: string, most = 20) {
  return db
    .selectFrom("outbox")
    .select(SHOWN)
    .where("personId", "=", personId)
    .orderBy("createdAt", "desc")
    .limit(most)
    .execute();
}

/** One mail; whether it held a link or a code is known even after that was wiped. */
export async function mailById(db: Db, id: string) {
  const mail = await db
    .selectFrom("outbox")
    .select([...SHOWN, "details", "sealedDetails"])
    .where("id", "=", id)
    .executeTakeFirst();
  return mail && { ...mail, isSecret: mail.details === SEALED };
}

/** The demonstration's caught mail, newest first, of all or of one address. */
export async function caughtMailsFound(db: Db, address: string | undefined, after?: Place) {
  let query = db.selectFrom("caughtMails").select(["id", "toAddress", "subject", "caughtAt"]);
  if (address) query = query.where("toAddress", "=", address);
  if (after)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("caughtAt", "id"), "<", tuple(after.at, after.id)),
    );
  const rows = await query
    .orderBy("caughtAt", "desc")
    .orderBy("id", "desc")
    .limit(PAGE_ROWS + 1)
    .execute();
  return pageOf(rows, ({ caughtAt, id }) => keyOfPlace({ at: caughtAt, id }));
}

export function caughtMail(db: Db, id: string) {
  return db.selectFrom("caughtMails").selectAll().where("id", "=", id).executeTakeFirst();
}
