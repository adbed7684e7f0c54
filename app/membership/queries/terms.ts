import type { Insertable } from "kysely";
import type { Db, Trx } from "~/schema";
import type {
  GrantsTable,
  MembershipEndingsTable,
  MembershipsTable,
  ProvisionalTermsTable,
  SuspensionsTable,
  TermCorrectionsTable,
  TermsTable,
} from "../tables";

export const insertMembership = (trx: Trx, row: Insertable<MembershipsTable>) =>
  trx.insertInto("memberships").values(row).execute();

export const insertTerm = (trx: Trx, row: Insertable<TermsTable>) =>
  trx.insertInto("terms").values(row).execute();

export const insertGrant = (trx: Trx, row: Insertable<GrantsTable>) =>
  trx.insertInto("grants").values(row).execute();

export const insertCorrection = (trx: Trx, row: Insertable<TermCorrectionsTable>) =>
  trx.insertInto("termCorrections").values(row).execute();

export const insertEnding = (trx: Trx, row: Insertable<MembershipEndingsTable>) =>
  trx.insertInto("membershipEndings").values(row).execute();

export const insertSuspension = (trx: Trx, row: Insertable<SuspensionsTable>) =>
  trx.insertInto("suspensions").values(row).execute();

/** Whether a term came from this line already. */
export async function hasTermFromLine(db: Db, lineId: string): Promise<boolean> {
  const term = await db
    .selectFrom("terms")
    .select("id")
    .where("source", "=", "invoiceLine")
    .where("sourceId", "=", lineId)
    .executeTakeFirst();
  return term !== undefined;
}

export const termOfPerson = (db: Db, personId: string, termId: string) =>
  db
    .selectFrom("terms")
    .innerJoin("memberships", "memberships.id", "terms.membershipId")
    .selectAll("terms")
    .where("terms.id", "=", termId)
    .where("memberships.personId", "=", personId)
    .executeTakeFirst();

/** The spell that began with an application, if it has begun. */
export const membershipOfApplication = (db: Db, applicationId: string) =>
  db
    .selectFrom("memberships")
    .select(["id", "personId"])
    .where("applicationId", "=", applicationId)
    .executeTakeFirst();

export const ownerOfMembership = (db: Db, membershipId: string) =>
  db
    .selectFrom("memberships")
    .select(["id", "personId", "applicationId"])
    .where("id", "=", membershipId)
    .executeTakeFirst();

/** A spell counts from its first paid day: a debit that failed before it is no part of it. */
export const setBeginning = (trx: Trx, membershipId: string, beganOn: string) =>
  trx
    .updateTable("memberships")
    .set({ beganOn, yearStarts: beganOn.slice(5) })
    .where("id", "=", membershipId)
    .execute();

export const provisionalTermOfLine = (db: Db, lineId: string) =>
  db
    .selectFrom("provisionalTerms")
    .selectAll()
    .where("invoiceLineId", "=", lineId)
    .executeTakeFirst();

export const insertProvisionalTerm = (trx: Trx, row: Insertable<ProvisionalTermsTable>) =>
  trx.insertInto("provisionalTerms").values(row).execute();

export const setProvisionalUntil = (trx: Trx, lineId: string, provisionalUntil: string) =>
  trx
    .updateTable("provisionalTerms")
    .set({ provisionalUntil })
    .where("invoiceLineId", "=", lineId)
    .execute();

export const endProvisionalTerm = (trx: Trx, lineId: string, endedOn: string) =>
  trx
    .updateTable("provisionalTerms")
    .set({ endedOn })
    .where("invoiceLineId", "=", lineId)
    .where("endedOn", "is", null)
    .execute();

/** Paid days take the place of provisional ones, also of those that a first failed debit had ended before. */
export async function replaceProvisionalTerm(trx: Trx, lineId: string, paidFrom: string) {
  await trx
    .updateTable("provisionalTerms")
    .set((eb) => ({ endedOn: eb.ref("startsOn") }))
    .where("invoiceLineId", "=", lineId)
    .where("startsOn", ">=", paidFrom)
    .execute();
  await endProvisionalTerm(trx, lineId, paidFrom);
}

/** A suspension of the person that is not over yet. */
export const suspensionNotOver = (db: Db, personId: string, today: string) =>
  db
    .selectFrom("suspensions")
    .innerJoin("memberships", "memberships.id", "suspensions.membershipId")
    .selectAll("suspensions")
    .where("memberships.personId", "=", personId)
    .where((or) => or.or([or("suspensions.toOn", "is", null), or("suspensions.toOn", ">=", today)]))
    .executeTakeFirst();

export const setSuspensionEnd = (trx: Trx, suspensionId: string, toOn: string) =>
  trx.updateTable("suspensions").set({ toOn }).where("id", "=", suspensionId).execute();
