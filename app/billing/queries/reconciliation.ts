import type { Insertable } from "kysely";
import type { Db, Trx } from "~/schema";
import type { ReconciliationFindingsTable } from "../tables";

export const insertReconciliation = (trx: Trx, id: string, startedAt: string) =>
  trx.insertInto("reconciliations").values({ id, startedAt, finishedAt: null }).execute();

export const addPayersChecked = (trx: Trx, id: string, count: number) =>
  trx
    .updateTable("reconciliations")
    .set((eb) => ({ payersChecked: eb("payersChecked", "+", count) }))
    .where("id", "=", id)
    .execute();

export const finishReconciliation = (trx: Trx, id: string, finishedAt: string) =>
  trx.updateTable("reconciliations").set({ finishedAt }).where("id", "=", id).execute();

export const insertFindings = (trx: Trx, rows: Insertable<ReconciliationFindingsTable>[]) =>
  trx.insertInto("reconciliationFindings").values(rows).execute();

const LATE = ["incomplete", "past_due", "unpaid"];
const OVER = ["canceled", "incomplete_expired"];

/** Payers of whom something is still to come from Stripe, or was paid since a day; in the order of their ids. */
export async function openPayersAfter(
  db: Db,
  given: { after: string; now: string; paidSince: string; most: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom("payers")
    .select("payers.id")
    .where("payers.id", ">", given.after)
    .where((eb) =>
      eb.or([
        eb("payers.id", "in", unfinishedCheckouts(db)),
        eb("payers.id", "in", dueSubscriptions(db, given.now)),
        eb("payers.id", "in", unfinishedMoney(db, given.paidSince)),
      ]),
    )
    .orderBy("payers.id")
    .limit(given.most)
    .execute();
  return rows.map(({ id }) => id);
}

const unfinishedCheckouts = (db: Db) =>
  db.selectFrom("checkouts").select("payerId").where("state", "in", ["creating", "open"]);

const dueSubscriptions = (db: Db, now: string) =>
  db
    .selectFrom("stripeSubscriptions")
    .select("payerId")
    .where("status", "not in", OVER)
    .where((or) => or.or([or("currentPeriodEnd", "<=", now), or("status", "in", LATE)]));

const unfinishedMoney = (db: Db, paidSince: string) =>
  db
    .selectFrom("invoices")
    .leftJoin("payments", "payments.invoiceId", "invoices.id")
    .leftJoin("refunds", "refunds.paymentId", "payments.id")
    .select("invoices.payerId")
    .where((or) =>
      or.or([
        or("invoices.state", "=", "open"),
        or("payments.state", "=", "pending"),
        or("refunds.state", "in", ["requested", "pending"]),
        or("payments.receivedOn", ">=", paidSince),
      ]),
    );

/** Refunds and cancellations that no job carries any more: it gave up, and Stripe was not told. */
export const requestedRefunds = (db: Db) =>
  db.selectFrom("refunds").select("id").where("state", "=", "requested").execute();

export const requestedCancellations = (db: Db) =>
  db
    .selectFrom("subscriptionCancellations")
    .select("id")
    .where("state", "=", "requested")
    .execute();

export const newestReconciliation = (db: Db) =>
  db.selectFrom("reconciliations").selectAll().orderBy("startedAt", "desc").executeTakeFirst();

/** What the nights' comparisons found, newest first, with whose money it is. */
export const newestFindings = (db: Db, most: number) =>
  db
    .selectFrom("reconciliationFindings")
    .innerJoin("payers", "payers.id", "reconciliationFindings.payerId")
    .leftJoin("people", "people.id", "payers.personId")
    .select([
      "reconciliationFindings.id",
      "words",
      "foundAt",
      "payers.personId",
      "givenName",
      "familyName",
    ])
    .orderBy("foundAt", "desc")
    .orderBy("reconciliationFindings.id", "desc")
    .limit(most)
    .execute();
