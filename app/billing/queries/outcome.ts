import type { Db } from "~/schema";
import type { Subject } from "../subjects";

/** The lines for a subject, newest last, each with the newest payment of its invoice and what has gone back of it. */
export const linesFor = (db: Db, subject: Subject) =>
  db
    .selectFrom("invoiceLines")
    .innerJoin("invoices", "invoices.id", "invoiceLines.invoiceId")
    .leftJoin(
      "stripeSubscriptions",
      "stripeSubscriptions.stripeId",
      "invoices.stripeSubscriptionId",
    )
    .leftJoin("payments", (join) =>
      join.on("payments.id", "=", (eb) =>
        eb
          .selectFrom("payments as newest")
          .select("newest.id")
          .whereRef("newest.invoiceId", "=", "invoices.id")
          .orderBy("newest.createdAt", "desc")
          .orderBy("newest.id", "desc")
          .limit(1),
      ),
    )
    .select([
      "invoiceLines.settledAt",
      "invoiceLines.refusedAt",
      "invoices.state as invoiceState",
      "stripeSubscriptions.status as subscriptionStatus",
      "payments.state as paymentState",
      "payments.pence",
    ])
    .select((eb) =>
      eb
        .selectFrom("refunds")
        .select(({ fn }) => fn.sum<number | null>("refunds.pence").as("pence"))
        .whereRef("refunds.paymentId", "=", "payments.id")
        .where("refunds.state", "<>", "failed")
        .as("refundedPence"),
    )
    .where("invoiceLines.subjectKind", "=", subject.kind)
    .where("invoiceLines.subjectId", "=", subject.id)
    .orderBy("invoices.number")
    .execute();

export type LineFor = Awaited<ReturnType<typeof linesFor>>[number];
