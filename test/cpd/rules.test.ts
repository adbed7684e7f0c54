import { beforeEach, describe, expect, test } from "vitest";
import { logActivity } from "~/cpd/log-activity";
import { cpdOverview } from "~/cpd/overview";
import { requirementInForce } from "~/cpd/requirement-in-force";
import { changeRequirement, confirmRequirement, cpdRules, type NewRequirement } from "~/cpd/rules";
import { retireCategory, saveCategory } from "~/cpd/save-category";
import type { Db } from "~/schema";
import { at } from "../support/clock";
import { emptyDatabase } from "../support/database";
import { staff, type TestPerson } from "../support/people";
import { addRules, draft, memberWith } from "./association";

let db: Db;
let assessor: TestPerson;
let rules: Awaited<ReturnType<typeof addRules>>;
const now = at("2026-05-03");

const STRICTER: NewRequirement = {
  pointsHundredths: 2500,
  formalMinutes: 750,
  pointsPerHourHundredths: 50,
  stepHundredths: 50,
  note: "",
  isConfirmed: true,
  fromOn: "2026-05-03",
};

beforeEach(async () => {
  db = await emptyDatabase();
  rules = await addRules(db);
  assessor = await staff(db, "Alex Assessor", "cpdAssessor");
});

describe("the first rules", () => {
  test("ask for 20 points with 10 hours formal, at a point an hour, to be confirmed", async () => {
    const { inForce, categories } = await cpdRules(db, now);
    expect(inForce).toMatchObject({
      pointsHundredths: 2000,
      formalMinutes: 600,
      pointsPerHourHundredths: 100,
      stepHundredths: 25,
      isConfirmed: 0,
      note: "To be confirmed by the association.",
    });
    expect(categories.map(({ isFormalByDefault }) => isFormalByDefault)).toEqual([0, 0, 1, 0, 0]);
  });
});

describe("a changed requirement", () => {
  test("leaves a year that has begun as it was, and holds for those that start later", async () => {
    const amara = await memberWith(db, rules.gradeId, "Amara Okafor", [
      { beganOn: "2026-04-01", endsOn: "2028-03-31" },
    ]);
    await logActivity(db, amara.personId, draft(rules.atWork), now);
    expect(await changeRequirement(db, assessor.personId, STRICTER, now)).toMatchObject({
      ok: true,
    });
    const later = at("2026-06-01");
    const more = draft(rules.atWork, { completedOn: "2026-05-30" });
    expect(await logActivity(db, amara.personId, more, later)).toMatchObject({
      value: { pointsHundredths: 100 },
    });
    expect(await cpdOverview(db, amara.personId, later)).toMatchObject({
      target: { pointsHundredths: 2000, isConfirmed: false },
    });
    const nextYear = at("2027-04-02");
    const first = draft(rules.atWork, { completedOn: "2027-04-01", minutes: 120 });
    expect(await logActivity(db, amara.personId, first, nextYear)).toMatchObject({
      value: { pointsHundredths: 100 },
    });
    expect(await cpdOverview(db, amara.personId, nextYear)).toMatchObject({
      target: { pointsHundredths: 2500, formalMinutes: 750, isConfirmed: true },
    });
  });

  test("is a new version, with who changed what in history", async () => {
    await changeRequirement(db, assessor.personId, STRICTER, now);
    const { requirements } = await cpdRules(db, now);
    expect(requirements.map(({ version }) => version)).toEqual([2, 1]);
    const [entry] = await db.selectFrom("history").selectAll().execute();
    expect(entry).toMatchObject({
      act: "cpd.requirementChanged",
      actorId: assessor.personId,
      fields:
        '["pointsHundredths","formalMinutes","pointsPerHourHundredths","stepHundredths","note"]',
    });
  });

  test("cannot hold from a day that is over", async () => {
    const yesterday = { ...STRICTER, fromOn: "2026-05-02" };
    expect(await changeRequirement(db, assessor.personId, yesterday, now)).toEqual({
      ok: false,
      error: { reason: "inPast" },
    });
    expect((await cpdRules(db, now)).requirements).toHaveLength(1);
  });

  test("when confirmed keeps its numbers, for those in the middle of a year too", async () => {
    const amara = await memberWith(db, rules.gradeId, "Amara Okafor", [
      { beganOn: "2026-04-01", endsOn: "2027-03-31" },
    ]);
    await logActivity(db, amara.personId, draft(rules.atWork), now);
    const id = (await cpdRules(db, now)).inForce?.id ?? "";
    for (let time = 0; time < 2; time++)
      expect(await confirmRequirement(db, assessor.personId, id, now)).toEqual({
        ok: true,
        value: null,
      });
    expect(await cpdOverview(db, amara.personId, now)).toMatchObject({
      target: { pointsHundredths: 2000, isConfirmed: true, note: "" },
    });
    const acts = await db
      .selectFrom("history")
      .select("id")
      .where("act", "=", "cpd.requirementConfirmed")
      .execute();
    expect(acts).toHaveLength(1);
  });
});

describe("the requirement in force", () => {
  const all = { gradeId: null, nation: null, version: 1, fromOn: "2026-04-01" };
  const wales = { gradeId: null, nation: "wales", version: 1, fromOn: "2026-04-01" };
  const students = { gradeId: "student", nation: null, version: 1, fromOn: "2027-01-01" };
  const known = [all, wales, students];

  test("is the most particular that fits and has begun", () => {
    const student = { gradeId: "student", nation: "wales" };
    expect(requirementInForce(known, student, "2026-06-01")).toBe(wales);
    expect(requirementInForce(known, student, "2027-06-01")).toBe(students);
    expect(requirementInForce(known, { gradeId: "full", nation: null }, "2027-06-01")).toBe(all);
  });

  test("for a year older than every version is the oldest for all", () => {
    const newer = { ...all, version: 2, fromOn: "2027-04-01" };
    const member = { gradeId: null, nation: "wales" };
    expect(requirementInForce([newer, ...known], member, "2020-01-01")).toBe(all);
    expect(requirementInForce([], member, "2020-01-01")).toBeUndefined();
  });

  test("of two versions from one day is the later", () => {
    const later = { ...all, version: 2 };
    expect(requirementInForce([later, all], { gradeId: null, nation: null }, "2026-05-01")).toBe(
      later,
    );
  });
});

describe("a kind of activity", () => {
  const draftOf = (given = {}) => ({
    id: null,
    name: "Research",
    hint: "A study of your own",
    isFormalByDefault: false,
    position: 2,
    ...given,
  });

  test("is put at its place, and the others keep their order", async () => {
    const before = (await cpdRules(db, now)).categories.map(({ name }) => name);
    await saveCategory(db, assessor.personId, draftOf(), now);
    const { categories } = await cpdRules(db, now);
    expect(categories.map(({ name }) => name)).toEqual(before.toSpliced(1, 0, "Research"));
    expect(categories.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
    await saveCategory(
      db,
      assessor.personId,
      draftOf({ id: categories[1]?.id, position: 99 }),
      now,
    );
    const moved = (await cpdRules(db, now)).categories.map(({ name }) => name);
    expect(moved).toEqual([...before, "Research"]);
  });

  test("has a name of its own", async () => {
    const taken = draftOf({ name: "OTHER" });
    expect(await saveCategory(db, assessor.personId, taken, now)).toMatchObject({
      error: { reason: "nameTaken" },
    });
  });

  test("that is retired and used again is the same, with both in history", async () => {
    const id = rules.atWork;
    for (const isRetired of [true, true, false])
      await retireCategory(db, assessor.personId, { id, isRetired }, now);
    const acts = await db.selectFrom("history").select("act").orderBy("id").execute();
    expect(acts.map(({ act }) => act)).toEqual(["cpd.categoryRetired", "cpd.categoryBroughtBack"]);
  });
});
