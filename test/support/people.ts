import type { Role } from "~/accounts/policy";
import { addDays } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import { addFirstGrades } from "~/membership/first-grades";
import { grantCover } from "~/membership/grant";
import { allGrades, pricesOfGrade } from "~/membership/queries/grades";
import type { Db } from "~/schema";
import { at } from "./clock";

export interface TestPerson {
  personId: string;
  email: string;
}

/** A person with an account and a confirmed address, and nothing else. */
export async function person(db: Db, name: string, email = emailOf(name)): Promise<TestPerson> {
  const personId = newId();
  const [givenName = name, familyName = "Tester"] = name.split(" ");
  const createdAt = "2026-01-05T09:00:00Z";
  await db
    .insertInto("people")
    .values({
      id: personId,
      givenName,
      familyName,
      email,
      emailKey: email.toLowerCase(),
      emailVerifiedAt: createdAt,
      createdAt,
    })
    .execute();
  await db.insertInto("accounts").values({ personId, passwordHash: null, createdAt }).execute();
  return { personId, email };
}

const emailOf = (name: string) => `${name.toLowerCase().replace(/\W+/g, ".")}@example.com`;

/** Somebody of the office, with a confirmed second factor. */
export async function staff(db: Db, name: string, role: Role): Promise<TestPerson> {
  const somebody = await person(db, name);
  await db
    .insertInto("staffRoles")
    .values({
      id: newId(),
      personId: somebody.personId,
      role,
      fromOn: "2020-01-01",
      toOn: null,
      by: null,
    })
    .execute();
  await db
    .insertInto("twoFactors")
    .values({
      personId: somebody.personId,
      sealedSecret: "unused",
      confirmedAt: "2026-01-05T09:00:00Z",
    })
    .execute();
  return somebody;
}

/** The six grades that a new association starts from, priced from the start of 2026, by their names. */
export async function association(db: Db) {
  await db.transaction().execute((trx) => addFirstGrades(trx, at("2026-01-01")));
  const grades = await allGrades(db);
  const gradeNamed = (name: string) => {
    const grade = grades.find((each) => each.name === name);
    if (!grade) throw new Error(`No grade ${name}`);
    return grade;
  };
  const priceOf = async (name: string, interval: "year" | "month" = "year") => {
    const prices = await pricesOfGrade(db, gradeNamed(name).id);
    const price = prices.find((each) => each.interval === interval);
    if (!price) throw new Error(`No price for ${name}, ${interval}`);
    return price;
  };
  return { grades, gradeNamed, priceOf };
}

interface TestMembership {
  /** The first of the grades where absent; grades are made where there are none. */
  gradeId?: string;
  /** The first and last day of what is paid; without a last day the cover runs until 31 March 2027. */
  paidFrom?: string;
  paidUntil?: string;
}

/** A person with a member number and one term, brought from an earlier system by the office's own act. */
export async function member(
  db: Db,
  name: string,
  { gradeId, paidFrom = "2026-04-01", paidUntil = "2027-03-31" }: TestMembership = {},
): Promise<TestPerson & { number: number; membershipId: string }> {
  const somebody = await person(db, name);
  const grade = gradeId ?? (await association(db)).grades[0]?.id ?? "";
  const granted = await grantCover(
    db,
    {
      personId: somebody.personId,
      kind: "imported",
      gradeId: grade,
      startsOn: paidFrom < paidUntil ? paidFrom : addDays(paidUntil, -364),
      endsOn: paidUntil,
      reason: "Brought from the earlier system",
      by: null,
    },
    at("2026-11-03"),
  );
  if (!granted.ok) throw new Error(granted.error.reason);
  const { number } = await db
    .selectFrom("members")
    .select("number")
    .where("personId", "=", somebody.personId)
    .executeTakeFirstOrThrow();
  const { id: membershipId } = await db
    .selectFrom("memberships")
    .select("id")
    .where("personId", "=", somebody.personId)
    .executeTakeFirstOrThrow();
  return { ...somebody, number, membershipId };
}
