import type { Insertable } from "kysely";
import type { Db, Trx } from "~/schema";
import type { SignInSessionsTable } from "../tables";

export function insertSession(db: Db, session: Insertable<SignInSessionsTable>) {
  return db.insertInto("signInSessions").values(session).execute();
}

export function sessionWithPerson(db: Db, idHash: string) {
  return db
    .selectFrom("signInSessions")
    .innerJoin("people", "people.id", "signInSessions.personId")
    .selectAll("signInSessions")
    .select([
      "people.givenName",
      "people.familyName",
      "people.email",
      "people.emailVerifiedAt",
      "people.diedOn",
    ])
    .where("signInSessions.idHash", "=", idHash)
    .where("people.erasedAt", "is", null)
    .executeTakeFirst();
}

export function sessionsOf(db: Db, personId: string) {
  return db
    .selectFrom("signInSessions")
    .selectAll()
    .where("personId", "=", personId)
    .orderBy("lastSeenAt", "desc")
    .execute();
}

export function setSessionExpiry(db: Db, idHash: string, expiresAt: string) {
  return db.updateTable("signInSessions").set({ expiresAt }).where("idHash", "=", idHash).execute();
}

export function setSessionSeen(db: Db, idHash: string, lastSeenAt: string) {
  return db
    .updateTable("signInSessions")
    .set({ lastSeenAt })
    .where("idHash", "=", idHash)
    .execute();
}

export function deleteSession(db: Db, idHash: string) {
  return db.deleteFrom("signInSessions").where("idHash", "=", idHash).execute();
}

export function deleteSessionsOf(db: Db, personId: string) {
  return db.deleteFrom("signInSessions").where("personId", "=", personId).execute();
}

export function deleteSessionsExpiredAt(db: Db, now: string) {
  return db.deleteFrom("signInSessions").where("expiresAt", "<=", now).execute();
}

/** Ends one of a person's own devices; false where it is not theirs. */
export async function deleteSessionOf(
  trx: Trx,
  personId: string,
  idHash: string,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom("signInSessions")
    .where("idHash", "=", idHash)
    .where("personId", "=", personId)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

export const deleteOtherSessionsOf = (trx: Trx, personId: string, keptIdHash: string) =>
  trx
    .deleteFrom("signInSessions")
    .where("personId", "=", personId)
    .where("idHash", "<>", keptIdHash)
    .execute();

export const knownAgentsOf = (db: Db, personId: string) =>
  db.selectFrom("knownAgents").select("agent").where("personId", "=", personId).execute();

export const insertKnownAgent = (trx: Trx, personId: string, agent: string, firstSeenAt: string) =>
  trx
    .insertInto("knownAgents")
    .values({ personId, agent, firstSeenAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
