import type { Insertable, Updateable } from "kysely";
import type { Db, Trx } from "~/schema";
import type { Subject } from "../subjects";
import type { CheckoutsTable, StripePricesTable } from "../tables";

export const unfinishedCheckoutOf = (db: Db, subject: Subject) =>
  db
    .selectFrom("checkouts")
    .selectAll()
    .where("subjectKind", "=", subject.kind)
    .where("subjectId", "=", subject.id)
    .where("state", "in", ["creating", "open"])
    .executeTakeFirst();

export const newestCheckoutOf = (db: Db, subject: Subject) =>
  db
    .selectFrom("checkouts")
    .selectAll()
    .where("subjectKind", "=", subject.kind)
    .where("subjectId", "=", subject.id)
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();

export const checkoutById = (db: Db, id: string) =>
  db.selectFrom("checkouts").selectAll().where("id", "=", id).executeTakeFirst();

/** False where another one for the subject was made first. */
export async function insertCheckout(trx: Trx, row: Insertable<CheckoutsTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("checkouts")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export const updateCheckout = (trx: Trx, id: string, change: Updateable<CheckoutsTable>) =>
  trx.updateTable("checkouts").set(change).where("id", "=", id).execute();

/** Notes the page that Stripe made; false where the checkout was closed meanwhile, which it then stays. */
export async function setCheckoutOpen(
  trx: Trx,
  id: string,
  page: { stripeId: string; url: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("checkouts")
    .set({ ...page, state: "open" })
    .where("id", "=", id)
    .where("state", "=", "creating")
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Those of a payer that Stripe may have closed without our knowing. */
export const openCheckoutsOf = (db: Db, payerId: string) =>
  db
    .selectFrom("checkouts")
    .selectAll()
    .where("payerId", "=", payerId)
    .where("state", "=", "open")
    .execute();

export const stripePriceOf = (db: Db, priceId: string) =>
  db.selectFrom("stripePrices").selectAll().where("priceId", "=", priceId).executeTakeFirst();

export const putStripePrice = (trx: Trx, row: Insertable<StripePricesTable>) =>
  trx
    .insertInto("stripePrices")
    .values(row)
    .onConflict((conflict) =>
      conflict.column("priceId").doUpdateSet({
        name: row.name,
        vatTreatment: row.vatTreatment,
        stripePriceId: row.stripePriceId,
        stripeProductId: row.stripeProductId,
      }),
    )
    .execute();
