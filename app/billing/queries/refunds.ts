import type { Insertable, Updateable } from "kysely";
import { sql } from "kysely";
import type { Db, Trx } from "~/schema";
import type { Subject } from "../subjects";
import type { RefundsTable, SubscriptionCancellationsTable } from "../tables";

export const refundsOfPayer = (db: Db, payerId: string) =>
  db
    .selectFrom("refunds")
    .innerJoin("payments", "payments.id", "refunds.paymentId")
    .innerJoin("invoices", "invoices.id", "payments.invoiceId")
    .selectAll("refunds")
    .select("payments.stripePaymentIntentId")
    .where("invoices.payerId", "=", payerId)
    .execute();

export const insertRefund = (trx: Trx, row: Insertable<RefundsTable>) =>
  trx.insertInto("refunds").values(row).execute();

export const updateRefund = (trx: Trx, id: string, change: Updateable<RefundsTable>) =>
  trx.updateTable("refunds").set(change).where("id", "=", id).execute();

/** A refund beside its payment, its invoice and who is paid back. */
export const refundById = (db: Db, id: string) =>
  db
    .selectFrom("refunds")
    .innerJoin("payments", "payments.id", "refunds.paymentId")
    .innerJoin("invoices", "invoices.id", "payments.invoiceId")
    .innerJoin("payers", "payers.id", "invoices.payerId")
    .selectAll("refunds")
    .select([
      "payments.stripePaymentIntentId",
      "invoices.number as invoiceNumber",
      "payers.id as payerId",
      "payers.personId",
    ])
    .where("refunds.id", "=", id)
    .executeTakeFirst();

/** A payment with its payer and how many pence of it went back or are on their way. */
export const refundablePayment = (db: Db, paymentId: string) =>
  db
    .selectFrom("payments")
    .innerJoin("invoices", "invoices.id", "payments.invoiceId")
    .innerJoin("payers", "payers.id", "invoices.payerId")
    .select([
      "payments.id",
      "payments.pence",
      "payments.state",
      "payments.stripePaymentIntentId",
      "payers.personId",
      "invoices.payerId",
      "invoices.number as invoiceNumber",
    ])
    .select((eb) =>
      eb
        .selectFrom("refunds")
        .select(({ fn }) => fn.coalesce(fn.sum<number>("refunds.pence"), sql.lit(0)).as("pence"))
        .whereRef("refunds.paymentId", "=", "payments.id")
        .where("refunds.state", "<>", "failed")
        .as("refundedPence"),
    )
    .where("payments.id", "=", paymentId)
    .executeTakeFirst();

const OVER = ["canceled", "incomplete_expired"];

/**
 * The subscriptions that pay for a subject now or did with any invoice of theirs, and still ask for money: they go on, or
 * Stripe ended them after its last try and left an invoice open.
 */
export const askingSubscriptionsFor = (db: Db, subject: Subject) =>
  db
    .selectFrom("stripeSubscriptions")
    .selectAll()
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb("status", "not in", OVER),
        exists(
          selectFrom("invoices")
            .select("invoices.id")
            .whereRef("invoices.stripeSubscriptionId", "=", "stripeSubscriptions.stripeId")
            .whereRef("invoices.payerId", "=", "stripeSubscriptions.payerId")
            .where("invoices.state", "=", "open"),
        ),
      ]),
    )
    .where((or) =>
      or.or([
        or.and([or("subjectKind", "=", subject.kind), or("subjectId", "=", subject.id)]),
        or(
          "stripeId",
          "in",
          or
            .selectFrom("invoices")
            .innerJoin("invoiceLines", "invoiceLines.invoiceId", "invoices.id")
            .select("invoices.stripeSubscriptionId")
            .where("invoiceLines.subjectKind", "=", subject.kind)
            .where("invoiceLines.subjectId", "=", subject.id)
            .where("invoices.stripeSubscriptionId", "is not", null)
            .$narrowType<{ stripeSubscriptionId: string }>(),
        ),
      ]),
    )
    .execute();

/** False where it is being cancelled already. */
export async function insertCancellation(
  trx: Trx,
  row: Insertable<SubscriptionCancellationsTable>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("subscriptionCancellations")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export const cancellationById = (db: Db, id: string) =>
  db
    .selectFrom("subscriptionCancellations")
    .innerJoin(
      "stripeSubscriptions",
      "stripeSubscriptions.stripeId",
      "subscriptionCancellations.stripeSubscriptionId",
    )
    .selectAll("subscriptionCancellations")
    .select("stripeSubscriptions.payerId")
    .where("subscriptionCancellations.id", "=", id)
    .executeTakeFirst();

export const setCancellationDone = (trx: Trx, id: string, doneAt: string) =>
  trx
    .updateTable("subscriptionCancellations")
    .set({ state: "done", doneAt })
    .where("id", "=", id)
    .execute();
