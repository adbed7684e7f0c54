import { openCheckout, type Price } from "~/billing/checkout";
import { newId } from "~/lib/id";
import type { Db } from "~/schema";
import { person, type TestPerson } from "../support/people";
import type { TestMoney } from "../support/standin";

export interface Applicant extends TestPerson {
  applicationId: string;
  price: Price;
}

/** A price of a grade of its own. */
export async function price(
  db: Db,
  given: Partial<Price> = {},
): Promise<Price & { gradeId: string }> {
  const gradeId = newId();
  const made: Price = {
    id: newId(),
    name: "Practising member, yearly",
    pence: 4500,
    interval: "year",
    vatTreatment: "exempt",
    ...given,
  };
  await db
    .insertInto("grades")
    .values({
      id: gradeId,
      name: "Practising member",
      summary: "For link workers.",
      review: "automatic",
      evidence: null,
      position: 1,
      retiredOn: null,
    })
    .execute();
  const { id, pence, interval, vatTreatment } = made;
  await db
    .insertInto("gradePrices")
    .values({ id, gradeId, interval, pence, vatTreatment, fromOn: "2020-01-01", toOn: null })
    .execute();
  return { ...made, gradeId };
}

/** Somebody whose application waits for nothing but the money. */
export async function applicant(
  db: Db,
  name: string,
  given: Partial<Price> = {},
): Promise<Applicant> {
  const somebody = await person(db, name);
  const { gradeId, ...chosen } = await price(db, given);
  const applicationId = newId();
  await db
    .insertInto("applications")
    .values({
      id: applicationId,
      personId: somebody.personId,
      answers: "{}",
      gradeId,
      priceId: chosen.id,
      evidenceFileId: null,
      startedAt: "2026-11-01T09:00:00Z",
      savedAt: "2026-11-01T09:00:00Z",
      submittedAt: "2026-11-01T09:00:00Z",
      remindedAt: null,
      expiresOn: "2026-12-31",
    })
    .execute();
  await db
    .insertInto("applicationDecisions")
    .values({
      id: newId(),
      applicationId,
      kind: "approve",
      reason: "",
      by: null,
      at: "2026-11-01T09:00:00Z",
    })
    .execute();
  return { ...somebody, applicationId, price: chosen };
}

export const subjectOf = ({ applicationId }: Applicant) =>
  ({ kind: "application", id: applicationId }) as const;

export const open = (money: TestMoney, who: Applicant) =>
  openCheckout(
    money.world,
    {
      subject: subjectOf(who),
      personId: who.personId,
      price: who.price,
      returnTo: "/join/welcome",
      cancelTo: "/join/pay",
    },
    money.now(),
  );

/** Opens Stripe's payment page and answers its address; throws where it was refused. */
export async function pageFor(money: TestMoney, who: Applicant): Promise<string> {
  const opened = await open(money, who);
  if (!opened.ok) throw new Error(opened.error.reason);
  return opened.value.url;
}

/** What the ledger of one person adds up to, without ids, numbers and times that another order may change. */
export async function ledgerOf(db: Db, { personId }: TestPerson) {
  const [lines, payments, refunds, terms, cover, members] = await Promise.all([
    db
      .selectFrom("invoiceLines")
      .innerJoin("invoices", "invoices.id", "invoiceLines.invoiceId")
      .innerJoin("payers", "payers.id", "invoices.payerId")
      .select(["invoices.stripeInvoiceId", "invoices.state", "subjectKind", "netPence", "vatPence"])
      .select((eb) => [
        eb("settledAt", "is not", null).as("isSettled"),
        eb("refusedAt", "is not", null).as("isRefused"),
        "providedUntil",
      ])
      .where("payers.personId", "=", personId)
      .orderBy("invoices.stripeInvoiceId")
      .execute(),
    db
      .selectFrom("payments")
      .innerJoin("invoices", "invoices.id", "payments.invoiceId")
      .innerJoin("payers", "payers.id", "invoices.payerId")
      .select(["stripePaymentIntentId", "pence", "payments.state", "method", "receivedOn"])
      .where("payers.personId", "=", personId)
      .orderBy("stripePaymentIntentId")
      .execute(),
    db
      .selectFrom("refunds")
      .innerJoin("payments", "payments.id", "refunds.paymentId")
      .innerJoin("invoices", "invoices.id", "payments.invoiceId")
      .innerJoin("payers", "payers.id", "invoices.payerId")
      .select(["refunds.pence", "refunds.state"])
      .where("payers.personId", "=", personId)
      .execute(),
    db
      .selectFrom("terms")
      .innerJoin("memberships", "memberships.id", "terms.membershipId")
      .select(["startsOn", "endsOn", "source"])
      .where("memberships.personId", "=", personId)
      .orderBy("startsOn")
      .execute(),
    db
      .selectFrom("cover")
      .select(["coveredFrom", "coveredUntil", "endedOn"])
      .where("personId", "=", personId)
      .execute(),
    db.selectFrom("members").select("firstJoinedOn").where("personId", "=", personId).execute(),
  ]);
  return { lines, payments, refunds, terms, cover, members };
}

/** The names of the mails written to a person, in order. */
export async function mailsTo(db: Db, { personId }: TestPerson): Promise<string[]> {
  const rows = await db
    .selectFrom("outbox")
    .select("emailName")
    .where("personId", "=", personId)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  return rows.map(({ emailName }) => emailName);
}
