import { expect, test } from "vitest";
import { newId } from "~/lib/id";
import { allGrades, pricesFrom, pricesOfGrade, pricesOn } from "~/membership/queries/grades";
import { retireGrade, saveGrade } from "~/membership/save-grade";
import { endPrice, setPrice } from "~/membership/set-price";
import { at } from "../support/clock";
import { emptyDatabase } from "../support/database";
import { association, staff } from "../support/people";

const NOW = at("2026-11-03");

async function anOffice() {
  const db = await emptyDatabase();
  const { gradeNamed } = await association(db);
  const { personId: by } = await staff(db, "Morag Sinclair", "membershipManager");
  const grade = gradeNamed("Practising member");
  const set = (pence: number, fromOn: string, interval: "year" | "month" = "year") =>
    setPrice(
      db,
      by,
      { id: newId(), gradeId: grade.id, interval, pence, vatTreatment: "exempt", fromOn },
      NOW,
    );
  const costOn = async (date: string) =>
    (await pricesOn(db, date))
      .filter((price) => price.gradeId === grade.id && price.interval === "year")
      .map(({ pence }) => pence);
  return { db, by, grade, set, costOn };
}

const draft = {
  id: null,
  name: "Fellow",
  summary: "For people who have given much to the field.",
  review: "review" as const,
  evidence: null,
  position: 6,
};

test("a new association starts with six grades that say they are to be confirmed", async () => {
  const { db } = await anOffice();
  expect((await allGrades(db)).map(({ name }) => name)).toEqual([
    "Practising member",
    "Associate",
    "Student",
    "Low-income",
    "Retired",
    "Supporter",
  ]);
  const notes = new Set((await pricesOn(db, "2026-11-03")).map(({ note }) => note));
  expect([...notes]).toEqual(["To be confirmed by the association"]);
});

test("a new price ends the one before it on the day before", async () => {
  const { set, costOn } = await anOffice();
  expect((await set(5000, "2027-04-01")).ok).toBe(true);
  expect(await costOn("2027-03-31")).toEqual([4500]);
  expect(await costOn("2027-04-01")).toEqual([5000]);
});

test("a price set before one that is still to come holds until that one", async () => {
  const { set, costOn } = await anOffice();
  await set(6000, "2027-04-01");
  await set(5000, "2027-01-01");
  expect(await costOn("2026-12-31")).toEqual([4500]);
  expect(await costOn("2027-03-31")).toEqual([5000]);
  expect(await costOn("2027-04-01")).toEqual([6000]);
});

test("a price that was mistyped is replaced on the same day, and both stay on record", async () => {
  const { db, grade, set, costOn } = await anOffice();
  await set(450, "2026-11-03");
  await set(4600, "2026-11-03");
  expect(await costOn("2026-11-03")).toEqual([4600]);
  const yearly = (await pricesOfGrade(db, grade.id)).filter(({ interval }) => interval === "year");
  expect(yearly).toHaveLength(3);
});

test("a price is neither set for the past nor below what can be charged", async () => {
  const { set } = await anOffice();
  expect(await set(4600, "2026-11-02")).toEqual({ ok: false, error: { reason: "inPast" } });
  expect(await set(29, "2026-11-03")).toEqual({ ok: false, error: { reason: "belowLeast" } });
});

test("the form of a price sent twice makes one price", async () => {
  const { db, by, grade } = await anOffice();
  const price = {
    id: newId(),
    gradeId: grade.id,
    interval: "year" as const,
    pence: 5000,
    vatTreatment: "standard" as const,
    fromOn: "2026-11-03",
  };
  await setPrice(db, by, price, NOW);
  expect((await setPrice(db, by, price, NOW)).ok).toBe(true);
  expect(await pricesOfGrade(db, grade.id)).toHaveLength(3);
});

test("a price that is no longer offered ends with today; one to come is never offered", async () => {
  const { db, by, grade, set, costOn } = await anOffice();
  await set(5000, "2027-04-01");
  const yearly = (await pricesOfGrade(db, grade.id)).filter(({ interval }) => interval === "year");
  for (const { id: priceId } of yearly)
    expect((await endPrice(db, by, { gradeId: grade.id, priceId }, NOW)).ok).toBe(true);
  expect(await costOn("2026-11-03")).toEqual([4500]);
  expect(await costOn("2026-11-04")).toEqual([]);
  expect(await costOn("2027-04-01")).toEqual([]);
  const offered = (await pricesFrom(db, "2026-11-04")).filter(
    ({ gradeId }) => gradeId === grade.id,
  );
  expect(offered.map(({ interval }) => interval)).toEqual(["month"]);
});

test("grades are added and renamed, each with a name of its own, and history says what changed", async () => {
  const { db, by } = await anOffice();
  const added = await saveGrade(db, by, draft, NOW);
  expect(added.ok).toBe(true);
  const id = added.ok ? added.value.id : "";
  expect(await saveGrade(db, by, { ...draft, name: "STUDENT" }, NOW)).toEqual({
    ok: false,
    error: { reason: "nameTaken" },
  });
  await saveGrade(db, by, { ...draft, id, name: "Honorary fellow" }, NOW);
  const [changed] = await db
    .selectFrom("history")
    .innerJoin("historyValues", "historyValues.historyId", "history.id")
    .select(["actorId", "field", "beforeValue", "afterValue"])
    .where("act", "=", "membership.gradeChanged")
    .execute();
  expect(changed).toEqual({
    actorId: by,
    field: "name",
    beforeValue: "Fellow",
    afterValue: "Honorary fellow",
  });
});

test("nobody can join in a retired grade, until it is brought back", async () => {
  const { db, by, grade, costOn } = await anOffice();
  await retireGrade(db, by, { id: grade.id, isRetired: true }, NOW);
  expect(await costOn("2026-11-03")).toEqual([]);
  await retireGrade(db, by, { id: grade.id, isRetired: false }, NOW);
  expect(await costOn("2026-11-03")).toEqual([4500]);
});
