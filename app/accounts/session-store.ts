import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from "lucia";
import { hashOf } from "~/lib/id";
import type { Db } from "~/schema";
import {
  deleteSession,
  deleteSessionsExpiredAt,
  deleteSessionsOf,
  insertSession,
  sessionsOf,
  sessionWithPerson,
  setSessionExpiry,
} from "./queries/sessions";

interface SessionFacts {
  agent: string;
  lastSeenAt: string;
  /** When the person last proved who they are, by password or mailed link. */
  provedAt: string;
  /** When the second factor was given; null for a session without. */
  twoFactorAt: string | null;
}

interface PersonFacts {
  givenName: string;
  familyName: string;
  email: string;
  isEmailVerified: boolean;
}

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof createSessions>;
    DatabaseSessionAttributes: SessionFacts;
    DatabaseUserAttributes: PersonFacts;
  }
}

export type Sessions = ReturnType<typeof createSessions>;

/** Sign-in sessions. Lucia is no longer maintained: it is known to this file and nowhere else. */
export function createSessions(db: Db, isSecure: boolean) {
  return new Lucia(kyselyAdapter(db), {
    sessionExpiresIn: new TimeSpan(30, "d"),
    sessionCookie: {
      name: isSecure ? "__Host-portal" : "portal",
      attributes: { secure: isSecure, sameSite: "lax", path: "/" },
    },
    getSessionAttributes: (facts) => facts,
    getUserAttributes: (facts) => facts,
  });
}

/** Stores only the SHA-256 of a session's id: a stolen copy of the database signs nobody in. */
function kyselyAdapter(db: Db): Adapter {
  return {
    async getSessionAndUser(id): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const row = await sessionWithPerson(db, hashOf(id));
      if (!row || row.diedOn) return [null, null];
      const { agent, lastSeenAt, provedAt, twoFactorAt, givenName, familyName, email } = row;
      return [
        {
          id,
          userId: row.personId,
          expiresAt: new Date(row.expiresAt),
          attributes: { agent, lastSeenAt, provedAt, twoFactorAt },
        },
        {
          id: row.personId,
          attributes: {
            givenName,
            familyName,
            email,
            isEmailVerified: row.emailVerifiedAt !== null,
          },
        },
      ];
    },
    async getUserSessions(personId) {
      const rows = await sessionsOf(db, personId);
      return rows.map(({ idHash, agent, lastSeenAt, provedAt, twoFactorAt, expiresAt }) => ({
        id: idHash,
        userId: personId,
        expiresAt: new Date(expiresAt),
        attributes: { agent, lastSeenAt, provedAt, twoFactorAt },
      }));
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      await insertSession(db, {
        ...attributes,
        idHash: hashOf(id),
        personId: userId,
        createdAt: attributes.provedAt,
        expiresAt: expiresAt.toISOString(),
      });
    },
    async updateSessionExpiration(id, expiresAt) {
      await setSessionExpiry(db, hashOf(id), expiresAt.toISOString());
    },
    async deleteSession(id) {
      await deleteSession(db, hashOf(id));
    },
    async deleteUserSessions(personId) {
      await deleteSessionsOf(db, personId);
    },
    async deleteExpiredSessions() {
      await deleteSessionsExpiredAt(db, new Date().toISOString());
    },
  };
}
