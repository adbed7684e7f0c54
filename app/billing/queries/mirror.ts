import type { Insertable, Updateable } from "kysely";
import type { Db, Trx } from "~/schema";
import type {
  InvoiceLinesTable,
  InvoicesTable,
  PaymentsTable,
  StripeSubscriptionsTable,
} from "../tables";

export const subscriptionsOf = (db: Db, payerId: string) =>
  db.selectFrom("stripeSubscriptions").selectAll().where("payerId", "=", payerId).execute();

export const insertSubscription = (trx: Trx, row: Insertable<StripeSubscriptionsTable>) =>
  trx.insertInto("stripeSubscriptions").values(row).execute();

export const updateSubscription = (
  trx: Trx,
  stripeId: string,
  change: Updateable<StripeSubscriptionsTable>,
) => trx.updateTable("stripeSubscriptions").set(change).where("stripeId", "=", stripeId).execute();

export const invoicesOf = (db: Db, payerId: string) =>
  db.selectFrom("invoices").selectAll().where("payerId", "=", payerId).execute();

export const insertInvoice = (trx: Trx, row: Insertable<InvoicesTable>) =>
  trx.insertInto("invoices").values(row).execute();

export const updateInvoice = (trx: Trx, id: string, change: Updateable<InvoicesTable>) =>
  trx.updateTable("invoices").set(change).where("id", "=", id).execute();

export const insertLines = (trx: Trx, rows: Insertable<InvoiceLinesTable>[]) =>
  trx.insertInto("invoiceLines").values(rows).execute();

/** The lines of a payer's invoices on which nothing has been decided for good. */
export const undecidedLinesOf = (db: Db, payerId: string) =>
  db
    .selectFrom("invoiceLines")
    .innerJoin("invoices", "invoices.id", "invoiceLines.invoiceId")
    .selectAll("invoiceLines")
    .where("invoices.payerId", "=", payerId)
    .where("invoiceLines.settledAt", "is", null)
    .where("invoiceLines.refusedAt", "is", null)
    .orderBy("invoiceLines.invoiceId")
    .orderBy("invoiceLines.position")
    .execute();

export const updateLine = (trx: Trx, id: string, change: Updateable<InvoiceLinesTable>) =>
  trx.updateTable("invoiceLines").set(change).where("id", "=", id).execute();

/** Settles a line, once and for good. */
export const settleLine = (trx: Trx, id: string, settledAt: string) =>
  trx
    .updateTable("invoiceLines")
    .set({ settledAt, providedUntil: null })
    .where("id", "=", id)
    .where("settledAt", "is", null)
    .execute();

export const paymentsOfPayer = (db: Db, payerId: string) =>
  db
    .selectFrom("payments")
    .innerJoin("invoices", "invoices.id", "payments.invoiceId")
    .selectAll("payments")
    .where("invoices.payerId", "=", payerId)
    .orderBy("payments.createdAt")
    .execute();

export const insertPayment = (trx: Trx, row: Insertable<PaymentsTable>) =>
  trx.insertInto("payments").values(row).execute();

export const updatePayment = (trx: Trx, id: string, change: Updateable<PaymentsTable>) =>
  trx.updateTable("payments").set(change).where("id", "=", id).execute();

/** Whether a subscription of the person renews by itself and no payment of it has failed: Stripe takes the next one on its day. */
export async function renewsByItself(db: Db, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom("payers")
    .innerJoin("stripeSubscriptions", "stripeSubscriptions.payerId", "payers.id")
    .select("stripeSubscriptions.stripeId")
    .where("payers.personId", "=", personId)
    .where("stripeSubscriptions.status", "=", "active")
    .where("stripeSubscriptions.isCancelledAtPeriodEnd", "=", 0)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
