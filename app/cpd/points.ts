export interface PointsRule {
  pointsPerHourHundredths: number;
  /** The smallest part of a point that counts: 25 for quarters. */
  stepHundredths: number;
}

/**
 * The points, in hundredths, that so many whole minutes are worth, rounded down to the step: a record never claims more time
 * than was spent, whoever checks it. Each activity is rounded by itself, so that a total is the sum of its lines.
 */
export function pointsFor(given: PointsRule & { minutes: number }): number {
  const { minutes, pointsPerHourHundredths, stepHundredths } = given;
  const steps = Math.floor(
    (Math.max(0, minutes) * pointsPerHourHundredths) / (60 * stepHundredths),
  );
  return steps * stepHundredths;
}
