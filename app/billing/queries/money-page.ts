import { sql } from "kysely";
import { keyOfPlace, type Place } from "~/db/keyset";
import { PAGE_ROWS, pageOf } from "~/db/page";
import type { Db } from "~/schema";

/** First and last day of a month. */
export interface Month {
  from: string;
  until: string;
}

/** Whole pence that came in and that went back between two days, both included. */
export async function totalsOf(db: Db, { from, until }: Month, instants: Month) {
  const received = await db
    .selectFrom("payments")
    .select(({ fn }) => [
      fn.countAll<number>().as("count"),
      fn.coalesce(fn.sum<number>("pence"), sql.lit(0)).as("pence"),
    ])
    .where("state", "=", "succeeded")
    .where("receivedOn", ">=", from)
    .where("receivedOn", "<=", until)
    .executeTakeFirstOrThrow();
  const refunded = await db
    .selectFrom("refunds")
    .select(({ fn }) => fn.coalesce(fn.sum<number>("pence"), sql.lit(0)).as("pence"))
    .where("state", "=", "succeeded")
    .where("finishedAt", ">=", instants.from)
    .where("finishedAt", "<", instants.until)
    .executeTakeFirstOrThrow();
  return {
    count: Number(received.count),
    receivedPence: Number(received.pence),
    refundedPence: Number(refunded.pence),
  };
}

const withPayer = (db: Db) =>
  db
    .selectFrom("payments")
    .innerJoin("invoices", "invoices.id", "payments.invoiceId")
    .innerJoin("payers", "payers.id", "invoices.payerId")
    .leftJoin("people", "people.id", "payers.personId")
    .select([
      "payments.id",
      "payments.pence",
      "payments.method",
      "payments.state",
      "payments.receivedOn",
      "payments.createdAt",
      "payments.failure",
      "invoices.number as invoiceNumber",
      "invoices.state as invoiceState",
      "people.id as personId",
      "people.givenName",
      "people.familyName",
    ])
    .select((eb) =>
      eb
        .selectFrom("refunds")
        .select(({ fn }) => fn.sum<number | null>("refunds.pence").as("pence"))
        .whereRef("refunds.paymentId", "=", "payments.id")
        .where("refunds.state", "<>", "failed")
        .as("refundedPence"),
    );

export type OfficePayment = Awaited<ReturnType<typeof unsettledPayments>>[number];

/** The payments received in a month, newest first. */
export async function paymentsReceived(db: Db, { from, until }: Month, after?: Place) {
  let query = withPayer(db)
    .where("payments.receivedOn", ">=", from)
    .where("payments.receivedOn", "<=", until);
  if (after)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("payments.receivedOn", "payments.id"), "<", tuple(after.at, after.id)),
    );
  const rows = await query
    .orderBy("payments.receivedOn", "desc")
    .orderBy("payments.id", "desc")
    .limit(PAGE_ROWS + 1)
    .execute();
  return pageOf(rows, ({ receivedOn, id }) => keyOfPlace({ at: receivedOn ?? "", id }));
}

/** Debits under way, and payments that failed and are still asked for; newest first. */
export const unsettledPayments = (db: Db) =>
  withPayer(db)
    .where("payments.state", "in", ["pending", "failed"])
    .where((or) => or.or([or("payments.state", "=", "pending"), or("invoices.state", "=", "open")]))
    .orderBy("payments.createdAt", "desc")
    .orderBy("payments.id", "desc")
    .limit(PAGE_ROWS)
    .execute();

/** Refunds that have not ended, or that failed since an instant. */
export const openRefunds = (db: Db, failedSince: string) =>
  db
    .selectFrom("refunds")
    .innerJoin("payments", "payments.id", "refunds.paymentId")
    .innerJoin("invoices", "invoices.id", "payments.invoiceId")
    .select([
      "refunds.id",
      "refunds.pence",
      "refunds.state",
      "refunds.reason",
      "refunds.failure",
      "refunds.requestedAt",
      "refunds.paymentId",
      "invoices.number as invoiceNumber",
    ])
    .where((or) =>
      or.or([
        or("refunds.finishedAt", "is", null),
        or.and([or("refunds.state", "=", "failed"), or("refunds.finishedAt", ">=", failedSince)]),
      ]),
    )
    .orderBy("refunds.requestedAt", "desc")
    .limit(PAGE_ROWS)
    .execute();

/** What Stripe has told since an instant, and how much of it waits for a payer to be known. */
export async function webhookFigures(db: Db, since: string) {
  const last = await db
    .selectFrom("stripeEvents")
    .select(["type", "receivedAt"])
    .orderBy("receivedAt", "desc")
    .executeTakeFirst();
  const { count } = await db
    .selectFrom("stripeEvents")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("receivedAt", ">=", since)
    .executeTakeFirstOrThrow();
  const parked = await db
    .selectFrom("stripeEvents")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("payerId", "is", null)
    .where("customerId", "is not", null)
    .executeTakeFirstOrThrow();
  return { last: last ?? null, count: Number(count), parked: Number(parked.count) };
}
