import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pointsFor } from "~/cpd/points";

const anyRule = fc.record({
  pointsPerHourHundredths: fc.integer({ min: 1, max: 1000 }),
  stepHundredths: fc.constantFrom(1, 5, 10, 25, 50, 100),
});
const anyMinutes = fc.integer({ min: 0, max: 24 * 60 });

describe("points for time", () => {
  test.each([
    [60, 25, 100],
    [90, 25, 150],
    [50, 25, 75],
    [59, 25, 75],
    [59, 50, 50],
    [59, 100, 0],
    [14, 25, 0],
    [15, 25, 25],
    [20, 1, 33],
    [0, 25, 0],
  ])(
    "%i minutes at a point an hour, in steps of %i hundredths, are %i hundredths",
    (minutes, stepHundredths, expected) => {
      expect(pointsFor({ minutes, pointsPerHourHundredths: 100, stepHundredths })).toBe(expected);
    },
  );

  test("are whole steps, never more than the time is worth, and less than a step short of it", () => {
    fc.assert(
      fc.property(anyRule, anyMinutes, (rule, minutes) => {
        const points = pointsFor({ ...rule, minutes });
        const worthTimesSixty = minutes * rule.pointsPerHourHundredths;
        expect(points % rule.stepHundredths).toBe(0);
        expect(points * 60).toBeLessThanOrEqual(worthTimesSixty);
        expect((points + rule.stepHundredths) * 60).toBeGreaterThan(worthTimesSixty);
      }),
    );
  });

  test("never fall when the time grows, and gain nothing from splitting it", () => {
    fc.assert(
      fc.property(anyRule, anyMinutes, anyMinutes, (rule, one, other) => {
        const together = pointsFor({ ...rule, minutes: one + other });
        const apart = pointsFor({ ...rule, minutes: one }) + pointsFor({ ...rule, minutes: other });
        expect(together).toBeGreaterThanOrEqual(apart);
      }),
    );
  });

  test("of less than no time are none", () => {
    expect(pointsFor({ minutes: -30, pointsPerHourHundredths: 100, stepHundredths: 25 })).toBe(0);
  });
});
