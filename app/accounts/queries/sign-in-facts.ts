import type { Db } from "~/schema";

/** Every role that a person holds or held, the newest first. */
export const rolesOfPerson = (db: Db, personId: string) =>
  db
    .selectFrom("staffRoles")
    .select(["role", "fromOn", "toOn"])
    .where("personId", "=", personId)
    .orderBy("fromOn", "desc")
    .execute();

/** Whether a person can sign in, how safely, and when they last did. */
export const signInFacts = (db: Db, personId: string) =>
  db
    .selectFrom("people")
    .leftJoin("accounts", "accounts.personId", "people.id")
    .leftJoin("twoFactors", "twoFactors.personId", "people.id")
    .select(["accounts.createdAt as accountCreatedAt", "twoFactors.confirmedAt as twoFactorAt"])
    .select((eb) =>
      eb
        .selectFrom("signInSessions")
        .select(({ fn }) => fn.max("lastSeenAt").as("at"))
        .whereRef("signInSessions.personId", "=", "people.id")
        .as("lastSeenAt"),
    )
    .where("people.id", "=", personId)
    .executeTakeFirstOrThrow();
