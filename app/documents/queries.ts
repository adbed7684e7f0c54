import type { Insertable } from "kysely";
import type { Db, Trx } from "~/schema";
import type { VerificationCodesTable } from "./tables";

export function codeOfSubject(db: Db, kind: string, subjectId: string) {
  return db
    .selectFrom("verificationCodes")
    .selectAll()
    .where("kind", "=", kind)
    .where("subjectId", "=", subjectId)
    .executeTakeFirst();
}

export function issuedCode(db: Db, code: string) {
  return db.selectFrom("verificationCodes").selectAll().where("code", "=", code).executeTakeFirst();
}

/** A paper that is made anew keeps its code. */
export async function putCode(trx: Trx, row: Insertable<VerificationCodesTable>): Promise<void> {
  const { words, sha256, issuedOn } = row;
  await trx
    .insertInto("verificationCodes")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["kind", "subjectId"]).doUpdateSet({ words, sha256, issuedOn }),
    )
    .execute();
}

export async function setCodeWithdrawn(
  trx: Trx,
  kind: string,
  subjectId: string,
  withdrawnAt: string,
): Promise<void> {
  await trx
    .updateTable("verificationCodes")
    .set({ withdrawnAt })
    .where("kind", "=", kind)
    .where("subjectId", "=", subjectId)
    .where("withdrawnAt", "is", null)
    .execute();
}
