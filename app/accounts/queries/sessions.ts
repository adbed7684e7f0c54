import type { Insertable } from "kysely";
import type { Db } from "~/schema";
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
