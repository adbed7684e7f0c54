import type { Insertable } from "kysely";
import type { Db, Trx } from "~/schema";
import type { StripeEventsTable } from "../tables";

/** False where the event came before. */
export async function insertEvent(trx: Trx, row: Insertable<StripeEventsTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("stripeEvents")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Events that waited for their payer to be known wait no longer. */
export const claimEvents = (trx: Trx, payerId: string, customerIds: string[]) =>
  trx
    .updateTable("stripeEvents")
    .set({ payerId })
    .where("payerId", "is", null)
    .where("customerId", "in", customerIds)
    .execute();

/** Events of customers whom nobody knows yet, since an instant: one object each. */
export const parkedObjectsSince = (db: Db, since: string) =>
  db
    .selectFrom("stripeEvents")
    .select(["objectKind", "objectId"])
    .distinct()
    .where("payerId", "is", null)
    .where("customerId", "is not", null)
    .where("receivedAt", ">=", since)
    .limit(200)
    .execute();
