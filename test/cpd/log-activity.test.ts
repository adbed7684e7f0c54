import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { editActivity } from "~/cpd/edit-activity";
import { logActivity } from "~/cpd/log-activity";
import { cpdOverview } from "~/cpd/overview";
import { newId } from "~/lib/id";
import type { Db } from "~/schema";
import { at } from "../support/clock";
import { emptyDatabase } from "../support/database";
import type { TestPerson } from "../support/people";
import { addRules, draft, memberWith } from "./association";

let db: Db;
let amara: TestPerson;
let rules: Awaited<ReturnType<typeof addRules>>;
const now = at("2026-05-03");

beforeEach(async () => {
  db = await emptyDatabase();
  rules = await addRules(db);
  amara = await memberWith(db, rules.gradeId, "Amara Okafor", [
    { beganOn: "2026-04-01", endsOn: "2027-03-31" },
  ]);
});

const log = (given: Parameters<typeof draft>[1] = {}, categoryId = rules.atWork, on = now) =>
  logActivity(db, amara.personId, draft(categoryId, given), on);

describe("logging an activity", () => {
  test("counts it by the rule and takes formal or not from its kind", async () => {
    expect(await log({ minutes: 90 })).toMatchObject({
      ok: true,
      value: { pointsHundredths: 150 },
    });
    await log({ minutes: 120 }, rules.course);
    await log({ minutes: 60, isFormal: false }, rules.course);
    expect(await cpdOverview(db, amara.personId, now)).toMatchObject({
      cycle: { startsOn: "2026-04-01", endsOn: "2027-03-31" },
      soFar: { pointsHundredths: 450, formalMinutes: 120, activities: 3 },
      missing: { pointsHundredths: 1550, formalMinutes: 480 },
      isMet: false,
      weeksLeft: 47,
    });
  });

  test("writes who did it into history, without what was written", async () => {
    await log({ title: "Grief and loss", learned: "To wait" });
    const entries = await db.selectFrom("history").selectAll().execute();
    expect(entries).toMatchObject([
      { act: "cpd.activityLogged", actorId: amara.personId, personId: amara.personId },
    ]);
    expect(await db.selectFrom("historyValues").selectAll().execute()).toEqual([]);
  });

  test("with a day outside every membership is refused, with the dates to tell", async () => {
    expect(await log({ completedOn: "2026-03-31" })).toEqual({
      ok: false,
      error: {
        reason: "outsideMembership",
        spells: [{ beganOn: "2026-04-01", yearStarts: "04-01", lastedUntil: null }],
      },
    });
    expect(await db.selectFrom("cpdCycles").selectAll().execute()).toEqual([]);
  });

  test("on 1 April and on 31 March counts for the year that the day lies in", async () => {
    const later = at("2027-04-05");
    const bem = await memberWith(db, rules.gradeId, "Bem Adeyemi", [
      { beganOn: "2025-04-01", endsOn: "2028-03-31" },
    ]);
    for (const completedOn of ["2026-03-31", "2026-04-01", "2027-03-31", "2027-04-01"])
      await logActivity(db, bem.personId, draft(rules.atWork, { completedOn }), later);
    const cycles = await db
      .selectFrom("cpdCycles")
      .select(["startsOn", "endsOn"])
      .orderBy("startsOn")
      .execute();
    expect(cycles).toEqual([
      { startsOn: "2025-04-01", endsOn: "2026-03-31" },
      { startsOn: "2026-04-01", endsOn: "2027-03-31" },
      { startsOn: "2027-04-01", endsOn: "2028-03-31" },
    ]);
    expect(await cpdOverview(db, bem.personId, at("2027-03-31"))).toMatchObject({
      soFar: { activities: 2 },
      weeksLeft: 1,
    });
    expect(await cpdOverview(db, bem.personId, at("2027-04-01"))).toMatchObject({ weeksLeft: 52 });
  });

  test("on a leap day counts for the year that ends with it", async () => {
    const leapling = await memberWith(db, rules.gradeId, "Leah Leap", [
      { beganOn: "2024-02-29", endsOn: "2029-02-27" },
    ]);
    const on = at("2028-03-01");
    for (const completedOn of ["2028-02-28", "2028-02-29"])
      await logActivity(db, leapling.personId, draft(rules.atWork, { completedOn }), on);
    const cycles = await db.selectFrom("cpdCycles").select(["startsOn", "endsOn"]).execute();
    expect(cycles).toEqual([
      { startsOn: "2027-02-28", endsOn: "2028-02-28" },
      { startsOn: "2028-02-29", endsOn: "2029-02-27" },
    ]);
  });

  test("in the future is refused, today is not", async () => {
    expect(await log({ completedOn: "2026-05-04" })).toMatchObject({
      error: { reason: "inFuture" },
    });
    expect(await log({ completedOn: "2026-05-03" })).toMatchObject({ ok: true });
    // half past midnight in the United Kingdom, still the day before in UTC
    const night = at("2026-05-03T23:30:00Z");
    expect(await log({ completedOn: "2026-05-04" }, rules.atWork, night)).toMatchObject({
      ok: true,
    });
  });

  test("in a closed year is refused, and so is moving one into or out of it", async () => {
    const logged = await log();
    if (!logged.ok) throw new Error("not logged");
    const bem = await memberWith(db, rules.gradeId, "Bem Adeyemi", [
      { beganOn: "2025-04-01", endsOn: "2027-03-31" },
    ]);
    const inOpen = draft(rules.atWork, { completedOn: "2026-05-01" });
    const inClosed = draft(rules.atWork, { completedOn: "2026-03-01" });
    await logActivity(db, bem.personId, inOpen, now);
    await logActivity(db, bem.personId, inClosed, now);
    await db
      .updateTable("cpdCycles")
      .set({ closedOn: "2026-04-30", closeKind: "end" })
      .where("startsOn", "=", "2025-04-01")
      .execute();
    const closed = {
      ok: false,
      error: { reason: "cycleClosed", startsOn: "2025-04-01", endsOn: "2026-03-31" },
    };
    const another = draft(rules.atWork, { completedOn: "2026-03-02" });
    expect(await logActivity(db, bem.personId, another, now)).toEqual(closed);
    const into = { ...inOpen, completedOn: "2026-03-02" };
    expect(await editActivity(db, bem.personId, into, now)).toEqual(closed);
    const outOf = { ...inClosed, completedOn: "2026-05-02" };
    expect(await editActivity(db, bem.personId, outOf, now)).toEqual(closed);
  });

  test("between two memberships is refused, in either it counts", async () => {
    const ceri = await memberWith(db, rules.gradeId, "Ceri Rees", [
      { beganOn: "2024-01-10", endsOn: "2025-01-09" },
      { beganOn: "2026-02-01", endsOn: "2027-01-31" },
    ]);
    const on = (completedOn: string) =>
      logActivity(db, ceri.personId, draft(rules.atWork, { completedOn }), now);
    expect(await on("2025-01-09")).toMatchObject({ ok: true });
    expect(await on("2025-01-10")).toMatchObject({ error: { reason: "outsideMembership" } });
    expect(await on("2026-01-31")).toMatchObject({ error: { reason: "outsideMembership" } });
    expect(await on("2026-02-01")).toMatchObject({ ok: true });
  });

  test("sent twice is one activity, as it was sent last", async () => {
    const sent = draft(rules.atWork, { title: "First words" });
    await logActivity(db, amara.personId, sent, now);
    await logActivity(db, amara.personId, sent, now);
    expect(await db.selectFrom("history").selectAll().execute()).toHaveLength(1);
    await logActivity(db, amara.personId, { ...sent, title: "Better words", minutes: 30 }, now);
    const rows = await db.selectFrom("cpdActivities").selectAll().execute();
    expect(rows).toMatchObject([{ title: "Better words", pointsHundredths: 50 }]);
  });

  test("under the id of another person's activity is not found, and leaves theirs alone", async () => {
    const sent = draft(rules.atWork, { title: "Mine" });
    await logActivity(db, amara.personId, sent, now);
    const bem = await memberWith(db, rules.gradeId, "Bem Adeyemi", [
      { beganOn: "2026-04-01", endsOn: "2027-03-31" },
    ]);
    const stolen = { ...sent, title: "Stolen" };
    expect(await logActivity(db, bem.personId, stolen, now)).toEqual({
      ok: false,
      error: { reason: "notFound" },
    });
    expect(await editActivity(db, bem.personId, stolen, now)).toEqual({
      ok: false,
      error: { reason: "notFound" },
    });
    const rows = await db.selectFrom("cpdActivities").select(["title", "personId"]).execute();
    expect(rows).toEqual([{ title: "Mine", personId: amara.personId }]);
  });

  test("needs a kind of activity that is in use", async () => {
    expect(await log({}, newId())).toMatchObject({ error: { reason: "categoryGone" } });
    const logged = draft(rules.atWork);
    await logActivity(db, amara.personId, logged, now);
    await db
      .updateTable("cpdCategories")
      .set({ retiredOn: "2026-05-01" })
      .where("id", "=", rules.atWork)
      .execute();
    expect(await log()).toMatchObject({ error: { reason: "categoryGone" } });
    // what was logged in it can still be corrected
    const corrected = { ...logged, minutes: 75 };
    expect(await editActivity(db, amara.personId, corrected, now)).toMatchObject({ ok: true });
  });
});

describe("the record", () => {
  test("adds up: the total is the sum of its lines, formal time by itself, whatever is logged", async () => {
    const anyActivity = fc.record({
      minutes: fc.integer({ min: 1, max: 1440 }),
      isFormal: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyActivity, { maxLength: 8 }), async (activities) => {
        await db.deleteFrom("cpdActivities").execute();
        for (const activity of activities) await log(activity);
        const lines = await db.selectFrom("cpdActivities").selectAll().execute();
        const overview = await cpdOverview(db, amara.personId, now);
        const points = lines.reduce((sum, line) => sum + line.pointsHundredths, 0);
        const formal = activities.filter(({ isFormal }) => isFormal);
        const formalMinutes = formal.reduce((sum, { minutes }) => sum + minutes, 0);
        expect(overview?.soFar).toEqual({
          pointsHundredths: points,
          formalMinutes,
          activities: activities.length,
        });
        expect(overview?.isMet).toBe(points >= 2000 && formalMinutes >= 600);
      }),
      { numRuns: 30 },
    );
  });

  test("of somebody who never was a member has no cycle", async () => {
    expect(await cpdOverview(db, newId(), now)).toBeNull();
  });

  test("of somebody whose membership is over shows the last year that they had", async () => {
    await log({ minutes: 120 });
    expect(await cpdOverview(db, amara.personId, at("2028-09-01"))).toMatchObject({
      cycle: { startsOn: "2026-04-01", endsOn: "2027-03-31" },
      soFar: { pointsHundredths: 200 },
      weeksLeft: 0,
    });
  });

  test("in the days of grace goes on into the new year", async () => {
    const inGrace = at("2027-04-10");
    expect(await log({ completedOn: "2027-04-10" }, rules.atWork, inGrace)).toMatchObject({
      ok: true,
    });
    expect(await cpdOverview(db, amara.personId, inGrace)).toMatchObject({
      cycle: { startsOn: "2027-04-01" },
      soFar: { activities: 1 },
    });
  });
});
