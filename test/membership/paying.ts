import { newId } from "~/lib/id";
import type { Db } from "~/schema";
import type { SettledLine } from "~/settlements";

export interface Paid {
  kind: SettledLine["subjectKind"];
  id: string;
  priceId: string;
}

/** An application that was sent, of a person who chose a price. */
export async function applicant(
  db: Db,
  personId: string,
  price: { id: string; gradeId: string },
): Promise<Paid> {
  const id = newId();
  await db
    .insertInto("applications")
    .values({
      id,
      personId,
      answers: "{}",
      gradeId: price.gradeId,
      priceId: price.id,
      evidenceFileId: null,
      startedAt: "2026-11-01T09:00:00Z",
      savedAt: "2026-11-01T09:00:00Z",
      submittedAt: "2026-11-01T09:00:00Z",
      remindedAt: null,
      expiresOn: "2026-12-31",
    })
    .execute();
  return { kind: "application", id, priceId: price.id };
}

/** A line as billing hands it over; the day of the money stands in for the one that a test gives. */
export const lineFor = (subject: Paid, lineId: string): SettledLine => ({
  lineId,
  invoiceId: `invoice-of-${lineId}`,
  subjectKind: subject.kind,
  subjectId: subject.id,
  priceId: subject.priceId,
  payerId: "payer",
  paidOn: "2026-11-03",
});

export const membershipsOf = (db: Db, personId: string) =>
  db
    .selectFrom("memberships")
    .selectAll()
    .where("personId", "=", personId)
    .orderBy("beganOn")
    .execute();

export const termsOf = (db: Db, personId: string) =>
  db
    .selectFrom("terms")
    .innerJoin("memberships", "memberships.id", "terms.membershipId")
    .selectAll("terms")
    .where("memberships.personId", "=", personId)
    .orderBy("terms.startsOn")
    .execute();
