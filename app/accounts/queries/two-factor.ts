import type { Db, Trx } from "~/schema";

export const twoFactorOf = (db: Db, personId: string) =>
  db
    .selectFrom("twoFactors")
    .selectAll()
    .where("personId", "=", personId)
    .where("confirmedAt", "is not", null)
    .executeTakeFirst();

export const putTwoFactor = (
  trx: Trx,
  factor: { personId: string; sealedSecret: string; confirmedAt: string; lastCounter: number },
) =>
  trx
    .insertInto("twoFactors")
    .values(factor)
    .onConflict((conflict) => conflict.column("personId").doUpdateSet(factor))
    .execute();

/** Takes a time step; false where it, or a later one, was taken before. */
export async function takeCounter(db: Db, personId: string, counter: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("twoFactors")
    .set({ lastCounter: counter })
    .where("personId", "=", personId)
    .where("lastCounter", "<", counter)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function deleteTwoFactor(trx: Trx, personId: string): Promise<void> {
  await trx.deleteFrom("twoFactors").where("personId", "=", personId).execute();
  await trx.deleteFrom("recoveryCodes").where("personId", "=", personId).execute();
}

export async function replaceRecoveryCodes(
  trx: Trx,
  personId: string,
  codeHashes: string[],
): Promise<void> {
  await trx.deleteFrom("recoveryCodes").where("personId", "=", personId).execute();
  const rows = codeHashes.map((codeHash) => ({ personId, codeHash, usedAt: null }));
  await trx.insertInto("recoveryCodes").values(rows).execute();
}

/** Takes a recovery code; false where there is none such or it was used. */
export async function takeRecoveryCode(
  trx: Trx,
  personId: string,
  codeHash: string,
  usedAt: string,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("recoveryCodes")
    .set({ usedAt })
    .where("personId", "=", personId)
    .where("codeHash", "=", codeHash)
    .where("usedAt", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function recoveryCodesLeft(db: Db, personId: string): Promise<number> {
  const { left } = await db
    .selectFrom("recoveryCodes")
    .select((eb) => eb.fn.countAll<number>().as("left"))
    .where("personId", "=", personId)
    .where("usedAt", "is", null)
    .executeTakeFirstOrThrow();
  return left;
}
