import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cycleOn } from "~/cpd/cycle-dates";
import { addDays } from "~/lib/civil-date";

describe("the CPD cycle", () => {
  test("of a membership year that starts on the day of joining is that year", () => {
    const spell = { beganOn: "2026-04-15", yearStarts: "04-15" };
    expect(cycleOn(spell, "2026-04-15")).toEqual({ startsOn: "2026-04-15", endsOn: "2027-04-14" });
    expect(cycleOn(spell, "2027-04-15")).toEqual({ startsOn: "2027-04-15", endsOn: "2028-04-14" });
  });

  test("is shorter at first where the year has one fixed start for all", () => {
    const spell = { beganOn: "2026-10-01", yearStarts: "01-01" };
    expect(cycleOn(spell, "2026-11-11")).toEqual({ startsOn: "2026-10-01", endsOn: "2026-12-31" });
    expect(cycleOn(spell, "2027-01-01")).toEqual({ startsOn: "2027-01-01", endsOn: "2027-12-31" });
  });

  test("does not exist before the spell began", () => {
    expect(cycleOn({ beganOn: "2026-10-01", yearStarts: "01-01" }, "2026-09-30")).toBeNull();
  });

  test("joined on its last day is one day long", () => {
    const spell = { beganOn: "2026-12-31", yearStarts: "01-01" };
    expect(cycleOn(spell, "2026-12-31")).toEqual({ startsOn: "2026-12-31", endsOn: "2026-12-31" });
  });

  test("holds the day asked for and is followed at once by the next, from the day the spell began", () => {
    const anyDay = fc.integer({ min: 0, max: 2500 }).map((days) => addDays("2023-01-01", days));
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (beganOn, yearStart, date) => {
        const spell = { beganOn, yearStarts: yearStart.slice(5) };
        const cycle = cycleOn(spell, date);
        expect(cycle === null).toBe(date < beganOn);
        if (!cycle) return;
        expect(cycle.startsOn <= date && date <= cycle.endsOn).toBe(true);
        expect(cycleOn(spell, addDays(cycle.endsOn, 1))?.startsOn).toBe(addDays(cycle.endsOn, 1));
      }),
    );
  });
});
