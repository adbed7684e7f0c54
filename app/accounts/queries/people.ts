import type { Insertable, Updateable } from "kysely";
import type { Db, Trx } from "~/schema";
import type { PeopleTable } from "../tables";

/** A person with what signing in needs to know; erased and deceased people are nobody. */
const accountHolders = (db: Db) =>
  db
    .selectFrom("people")
    .leftJoin("accounts", "accounts.personId", "people.id")
    .select([
      "people.id as personId",
      "people.givenName",
      "people.email",
      "people.emailKey",
      "people.emailVerifiedAt",
      "people.backupEmail",
      "people.backupEmailConfirmedAt",
      "accounts.personId as accountId",
      "accounts.passwordHash",
    ])
    .where("people.erasedAt", "is", null)
    .where("people.mergedInto", "is", null)
    .where("people.diedOn", "is", null);

export const accountByEmailKey = (db: Db, emailKey: string) =>
  accountHolders(db).where("people.emailKey", "=", emailKey).executeTakeFirst();

export const accountOf = (db: Db, personId: string) =>
  accountHolders(db).where("people.id", "=", personId).executeTakeFirst();

/** Whose confirmed backup address this is; several may share one, and then it opens nothing. */
export async function accountByBackupEmail(db: Db, emailKey: string) {
  const holders = await accountHolders(db)
    .where("people.backupEmailKey", "=", emailKey)
    .where("people.backupEmailConfirmedAt", "is not", null)
    .limit(2)
    .execute();
  return holders.length === 1 ? holders[0] : undefined;
}

export type AccountHolder = NonNullable<Awaited<ReturnType<typeof accountOf>>>;

/** Whether the person has an account with a confirmed address; before that, signing up goes on. */
export const isOpen = (holder: Pick<AccountHolder, "accountId" | "emailVerifiedAt">): boolean =>
  holder.accountId !== null && holder.emailVerifiedAt !== null;

/** Whether any row has the address, also of somebody who is nobody to sign in as. */
export async function isEmailTaken(db: Db, emailKey: string): Promise<boolean> {
  const row = await db
    .selectFrom("people")
    .select("id")
    .where("emailKey", "=", emailKey)
    .executeTakeFirst();
  return row !== undefined;
}

export const insertPerson = (trx: Trx, person: Insertable<PeopleTable>) =>
  trx.insertInto("people").values(person).execute();

export const updatePerson = (trx: Trx, personId: string, changes: Updateable<PeopleTable>) =>
  trx.updateTable("people").set(changes).where("id", "=", personId).execute();

/** Sets the password; makes the account where the person had none. */
export const putAccount = (
  trx: Trx,
  personId: string,
  passwordHash: string | null,
  createdAt: string,
) =>
  trx
    .insertInto("accounts")
    .values({ personId, passwordHash, createdAt })
    .onConflict((conflict) => conflict.column("personId").doUpdateSet({ passwordHash }))
    .execute();

/** Where a person signs in, and the address for when that one is lost. */
export const addressesOnRecord = (db: Db, personId: string) =>
  db
    .selectFrom("people")
    .select(["email", "backupEmail", "backupEmailConfirmedAt"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
