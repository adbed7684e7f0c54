import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  civilDateOf,
  daysBetween,
  earlier,
  isCivilDate,
  later,
  startOfDay,
} from "~/lib/civil-date";

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1990-01-01", days));

describe("civil dates", () => {
  test.each([
    ["2026-03-28T23:59:59Z", "2026-03-28"],
    ["2026-03-29T00:30:00Z", "2026-03-29"],
    ["2026-06-30T22:59:59Z", "2026-06-30"],
    ["2026-06-30T23:00:00Z", "2026-07-01"],
    ["2026-10-25T00:30:00Z", "2026-10-25"],
    ["2026-12-31T23:59:59Z", "2026-12-31"],
  ])("at %s it is %s in the United Kingdom", (instant, date) => {
    expect(civilDateOf(Temporal.Instant.from(instant))).toBe(date);
  });

  test("a day begins an hour earlier by universal time in summer", () => {
    expect(startOfDay("2026-07-01").toString()).toBe("2026-06-30T23:00:00Z");
    expect(startOfDay("2026-12-01").toString()).toBe("2026-12-01T00:00:00Z");
  });

  test("a day lasts from its own start to just before the next one's, also when the clocks change", () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(civilDateOf(startOfDay(date))).toBe(date);
        const lastMoment = startOfDay(addDays(date, 1)).subtract({ nanoseconds: 1 });
        expect(civilDateOf(lastMoment)).toBe(date);
      }),
    );
  });

  test("months later keep the day, or the month's last", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
    expect(addMonths("2028-02-29", 12)).toBe("2029-02-28");
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
  });

  test("adding days and counting them agree, and texts compare in calendar order", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const days = daysBetween(one, other);
        expect(addDays(one, days)).toBe(other);
        expect(Math.sign(days)).toBe(one < other ? 1 : one > other ? -1 : 0);
        expect([earlier(one, other), later(one, other)]).toEqual([one, other].sort());
      }),
    );
  });

  test.each(["2026-02-28", "2028-02-29", "2026-12-31"])("%s is a date", (text) => {
    expect(isCivilDate(text)).toBe(true);
  });

  test.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "26-01-01",
    "2026-01-01T00:00",
    " 2026-01-01",
    "2026-01-01\n",
    "",
    "tomorrow",
  ])("%j is no date", (text) => {
    expect(isCivilDate(text)).toBe(false);
  });
});
