import type { Db } from "~/schema";
import { hasOpenApplication } from "./open-application";

/** Every row that the standing of these people is computed from, in a fixed number of queries. */
export async function ledgerRows(db: Db, personIds: string[]) {
  return {
    people: await peopleWithApplications(db, personIds),
    spells: await spellsOf(db, personIds),
    terms: await termsOf(db, personIds),
    corrections: await correctionsOf(db, personIds),
    provisionalTerms: await provisionalTermsOf(db, personIds),
    suspensions: await suspensionsOf(db, personIds),
  };
}

const peopleWithApplications = (db: Db, personIds: string[]) =>
  db
    .selectFrom("people")
    .select(["people.id", "people.diedOn"])
    .select((eb) => hasOpenApplication(eb).as("hasOpenApplication"))
    .where("people.id", "in", personIds)
    .execute();

const spellsOf = (db: Db, personIds: string[]) =>
  db
    .selectFrom("memberships")
    .leftJoin("membershipEndings", "membershipEndings.membershipId", "memberships.id")
    .select([
      "memberships.id",
      "memberships.personId",
      "memberships.beganOn",
      "memberships.yearStarts",
      "membershipEndings.kind as endingKind",
      "membershipEndings.endedOn",
    ])
    .where("memberships.personId", "in", personIds)
    .execute();

const termsOf = (db: Db, personIds: string[]) =>
  db
    .selectFrom("memberships")
    .innerJoin("terms", "terms.membershipId", "memberships.id")
    .select(["terms.id", "terms.membershipId", "terms.gradeId", "terms.startsOn", "terms.endsOn"])
    .where("memberships.personId", "in", personIds)
    .orderBy("terms.startsOn")
    .orderBy("terms.id")
    .execute();

const correctionsOf = (db: Db, personIds: string[]) =>
  db
    .selectFrom("memberships")
    .innerJoin("terms", "terms.membershipId", "memberships.id")
    .innerJoin("termCorrections", "termCorrections.termId", "terms.id")
    .select(["termCorrections.termId", "termCorrections.newEndsOn", "termCorrections.at"])
    .where("memberships.personId", "in", personIds)
    .orderBy("termCorrections.at")
    .orderBy("termCorrections.id")
    .execute();

const provisionalTermsOf = (db: Db, personIds: string[]) =>
  db
    .selectFrom("memberships")
    .innerJoin("provisionalTerms", "provisionalTerms.membershipId", "memberships.id")
    .select([
      "provisionalTerms.membershipId",
      "provisionalTerms.gradeId",
      "provisionalTerms.startsOn",
      "provisionalTerms.provisionalUntil",
      "provisionalTerms.endedOn",
    ])
    .where("memberships.personId", "in", personIds)
    .execute();

const suspensionsOf = (db: Db, personIds: string[]) =>
  db
    .selectFrom("memberships")
    .innerJoin("suspensions", "suspensions.membershipId", "memberships.id")
    .select(["suspensions.membershipId", "suspensions.fromOn", "suspensions.toOn"])
    .where("memberships.personId", "in", personIds)
    .execute();
