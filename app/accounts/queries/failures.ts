import type { Insertable } from "kysely";
import type { Db, Trx } from "~/schema";
import type { SignInFailuresTable } from "../tables";

export const failuresOf = (db: Db, keyHash: string) =>
  db.selectFrom("signInFailures").selectAll().where("keyHash", "=", keyHash).executeTakeFirst();

export const putFailures = (trx: Trx, failures: Insertable<SignInFailuresTable>) =>
  trx
    .insertInto("signInFailures")
    .values(failures)
    .onConflict((conflict) => conflict.column("keyHash").doUpdateSet(failures))
    .execute();

export const deleteFailures = (db: Db, keyHash: string) =>
  db.deleteFrom("signInFailures").where("keyHash", "=", keyHash).execute();

export const deleteFailuresBefore = (db: Db, before: string) =>
  db.deleteFrom("signInFailures").where("firstFailedAt", "<", before).execute();
