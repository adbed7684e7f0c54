import type { Db } from "~/schema";

/** A person's terms as they were made, with what each came from; and the spells that they belong to. */
export const termsOfPerson = (db: Db, personId: string) =>
  db
    .selectFrom("memberships")
    .innerJoin("terms", "terms.membershipId", "memberships.id")
    .innerJoin("grades", "grades.id", "terms.gradeId")
    .leftJoin("grants", (join) =>
      join.onRef("grants.id", "=", "terms.sourceId").on("terms.source", "=", "grant"),
    )
    .select([
      "terms.id",
      "terms.membershipId",
      "terms.startsOn",
      "terms.endsOn",
      "terms.source",
      "grades.name as gradeName",
      "grants.kind as grantKind",
      "grants.reason as grantReason",
    ])
    .where("memberships.personId", "=", personId)
    .orderBy("terms.startsOn")
    .orderBy("terms.id")
    .execute();

export type TermRow = Awaited<ReturnType<typeof termsOfPerson>>[number];

/** The newest correction of each of a person's terms comes last. */
export const correctionsOfPerson = (db: Db, personId: string) =>
  db
    .selectFrom("memberships")
    .innerJoin("terms", "terms.membershipId", "memberships.id")
    .innerJoin("termCorrections", "termCorrections.termId", "terms.id")
    .select(["termCorrections.termId", "termCorrections.newEndsOn", "termCorrections.reason"])
    .where("memberships.personId", "=", personId)
    .orderBy("termCorrections.at")
    .orderBy("termCorrections.id")
    .execute();
