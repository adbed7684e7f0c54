import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { progress, target } from "~/cpd/target";

const amount = fc.integer({ min: 0, max: 5000 });
const anyRequirement = fc.record({ pointsHundredths: amount, formalMinutes: amount });
const anyActivities = fc.array(
  fc.record({ minutes: amount, pointsHundredths: amount, isFormal: fc.boolean() }),
  { maxLength: 12 },
);

const TWENTY_POINTS = target({ pointsHundredths: 2000, formalMinutes: 600 });

describe("the target", () => {
  test("is explained by steps that add up to it", () => {
    expect(TWENTY_POINTS.steps).toEqual([
      { reason: "base", pointsHundredths: 2000, formalMinutes: 600 },
    ]);
    fc.assert(
      fc.property(anyRequirement, (requirement) => {
        const { pointsHundredths, formalMinutes, steps } = target(requirement);
        expect(steps.reduce((sum, step) => sum + step.pointsHundredths, 0)).toBe(pointsHundredths);
        expect(steps.reduce((sum, step) => sum + step.formalMinutes, 0)).toBe(formalMinutes);
      }),
    );
  });

  test("is never less than nothing", () => {
    expect(target({ pointsHundredths: -100, formalMinutes: -1 })).toMatchObject({
      pointsHundredths: 0,
      formalMinutes: 0,
    });
  });
});

describe("progress", () => {
  test("before the first activity lacks everything", () => {
    expect(progress(TWENTY_POINTS, [])).toEqual({
      pointsHundredths: 0,
      formalMinutes: 0,
      missingPointsHundredths: 2000,
      missingFormalMinutes: 600,
      isMet: false,
    });
  });

  test("with all the points but too little formal learning is not met, nor the other way round", () => {
    const informal = { minutes: 1500, pointsHundredths: 2500, isFormal: false };
    const formal = { minutes: 600, pointsHundredths: 1000, isFormal: true };
    expect(progress(TWENTY_POINTS, [informal])).toMatchObject({
      missingPointsHundredths: 0,
      isMet: false,
    });
    expect(progress(TWENTY_POINTS, [formal])).toMatchObject({
      missingFormalMinutes: 0,
      isMet: false,
    });
    expect(progress(TWENTY_POINTS, [informal, formal])).toMatchObject({ isMet: true });
  });

  test("is the sum of its lines, in any order", () => {
    fc.assert(
      fc.property(anyRequirement, anyActivities, (requirement, activities) => {
        const whole = progress(target(requirement), activities);
        const lines = activities.map((activity) => progress(target(requirement), [activity]));
        expect(whole.pointsHundredths).toBe(
          lines.reduce((sum, line) => sum + line.pointsHundredths, 0),
        );
        expect(whole.formalMinutes).toBe(lines.reduce((sum, line) => sum + line.formalMinutes, 0));
        expect(progress(target(requirement), activities.toReversed())).toEqual(whole);
      }),
    );
  });

  test("what is missing and what is there never fall short of the target, and it is met when nothing is missing", () => {
    fc.assert(
      fc.property(anyRequirement, anyActivities, (requirement, activities) => {
        const so = progress(target(requirement), activities);
        expect(so.pointsHundredths + so.missingPointsHundredths).toBe(
          Math.max(so.pointsHundredths, requirement.pointsHundredths),
        );
        expect(so.formalMinutes + so.missingFormalMinutes).toBe(
          Math.max(so.formalMinutes, requirement.formalMinutes),
        );
        expect(so.isMet).toBe(so.missingPointsHundredths + so.missingFormalMinutes === 0);
      }),
    );
  });

  test("informal points never change what formal learning is missing", () => {
    fc.assert(
      fc.property(
        anyRequirement,
        anyActivities,
        amount,
        (requirement, activities, pointsHundredths) => {
          const informal = { minutes: 600, pointsHundredths, isFormal: false };
          const before = progress(target(requirement), activities).missingFormalMinutes;
          expect(
            progress(target(requirement), [...activities, informal]).missingFormalMinutes,
          ).toBe(before);
        },
      ),
    );
  });
});
