import { afterAll, beforeAll, expect, test } from "vitest";
import { migrateToLatest } from "~/db/migrate";
import { type OpenDatabase, openDatabase } from "~/db/open";
import { readPeopleFilter } from "~/membership/people-filter";
import { peopleQuery } from "~/membership/queries/people-list";

let opened: OpenDatabase;

beforeAll(async () => {
  opened = openDatabase(":memory:");
  await migrateToLatest(opened);
});

afterAll(() => opened.db.destroy());

/** How SQLite would answer a second page of the list. */
function planOf(query: string): string[] {
  const filter = readPeopleFilter(new URLSearchParams(query));
  const asked = { ...filter, today: "2026-11-03" };
  const { sql, parameters } = peopleQuery(
    opened.db,
    asked,
    { value: "12", personId: "p" },
    50,
  ).compile();
  const rows = opened.raw.prepare(`explain query plan ${sql}`).all(...parameters);
  return (rows as { detail: string }[]).map(({ detail }) => detail);
}

test.each([
  "",
  "sort=number",
  "sort=number&direction=down",
  "sort=until",
  "standing=current",
  "standing=provisional",
  "standing=inGrace",
  "standing=lapsed",
  "standing=suspended",
  "standing=removed",
  "standing=resigned",
  "standing=deceased",
  "nation=Wales",
  "gradeId=one",
  "q=ok",
  "q=4217",
])("the list asked by “%s” reads no table from end to end", (query) => {
  const plan = planOf(query);
  expect(plan.some((step) => step.startsWith("SEARCH"))).toBe(true);
  const scans = plan.filter((step) => /^SCAN (people|members|cover|employments)/.test(step));
  expect(scans.filter((step) => !step.includes("INDEX"))).toEqual([]);
});

test.each(["", "sort=number&direction=down", "sort=until", "nation=Wales", "standing=current"])(
  "the list asked by “%s” is read in the order of an index, never sorted first",
  (query) => {
    expect(planOf(query)).not.toContain("USE TEMP B-TREE FOR ORDER BY");
  },
);
