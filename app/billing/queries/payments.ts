import type { Db } from "~/schema";

/** How many payments a person's record shows; a monthly payer fills it in sixteen years. */
const MOST = 200;

const paymentRows = (db: Db) =>
  db
    .selectFrom("payments")
    .innerJoin("invoices", "invoices.id", "payments.invoiceId")
    .innerJoin("payers", "payers.id", "invoices.payerId")
    .select([
      "payments.id",
      "payments.state",
      "payments.pence",
      "payments.method",
      "payments.failure",
      "payments.receivedOn",
      "payments.createdAt",
      "payments.stripePaymentIntentId",
      "invoices.id as invoiceId",
      "invoices.number as invoiceNumber",
      "invoices.state as invoiceState",
      "invoices.issuedOn",
      "invoices.billedTo",
      "invoices.hostedUrl",
      "payers.id as payerId",
      "payers.personId",
    ])
    .select((eb) => [
      eb
        .selectFrom("invoiceLines")
        .select("words")
        .whereRef("invoiceLines.invoiceId", "=", "invoices.id")
        .orderBy("position")
        .limit(1)
        .as("words"),
      eb
        .selectFrom("invoiceLines")
        .select("subjectKind")
        .whereRef("invoiceLines.invoiceId", "=", "invoices.id")
        .orderBy("position")
        .limit(1)
        .as("subjectKind"),
      eb
        .selectFrom("refunds")
        .select(({ fn }) => fn.sum<number | null>("refunds.pence").as("pence"))
        .whereRef("refunds.paymentId", "=", "payments.id")
        .where("refunds.state", "<>", "failed")
        .as("refundedPence"),
    ]);

export type PaymentRow = Awaited<ReturnType<typeof paymentsOfPerson>>[number];

/** A person's payments, newest first: what was taken, is under way, failed or went back. Money is whole pence. */
export const paymentsOfPerson = (db: Db, personId: string) =>
  paymentRows(db)
    .where("payers.personId", "=", personId)
    .orderBy("payments.createdAt", "desc")
    .orderBy("payments.id", "desc")
    .limit(MOST)
    .execute();

/** One payment of a person's own. */
export const paymentOfPerson = (db: Db, personId: string, paymentId: string) =>
  paymentRows(db)
    .where("payments.id", "=", paymentId)
    .where("payers.personId", "=", personId)
    .executeTakeFirst();

/** Any payment, for the office. */
export const paymentForOffice = (db: Db, paymentId: string) =>
  paymentRows(db).where("payments.id", "=", paymentId).executeTakeFirst();

export const refundsOfPayment = (db: Db, paymentId: string) =>
  db
    .selectFrom("refunds")
    .leftJoin("people", "people.id", "refunds.by")
    .selectAll("refunds")
    .select(["givenName as byGivenName", "familyName as byFamilyName"])
    .where("paymentId", "=", paymentId)
    .orderBy("requestedAt")
    .execute();
