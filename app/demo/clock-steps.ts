import type { Temporal } from "temporal-polyfill";
import { addDays, addMonths, type CivilDate, civilDateOf, startOfDay } from "~/lib/civil-date";

/** How far the demonstration's clock can be moved at once. */
export const CLOCK_STEPS = {
  day: "A day",
  week: "A week",
  month: "A month",
  renewal: "To the day after the next renewal is due",
  lapse: "Past the next renewal and its days of grace",
} as const;
export type ClockStep = keyof typeof CLOCK_STEPS;

export const isClockStep = (text: unknown): text is ClockStep =>
  typeof text === "string" && Object.hasOwn(CLOCK_STEPS, text);

interface Dates {
  now: Temporal.Instant;
  /** The last day of cover that runs out next, where there is one: renewal is due on the day after. */
  coverEndsOn: CivilDate | undefined;
  graceDays: number;
}

/** The instant that a step leads to. Steps to a date arrive at noon, after that night's work. */
export function instantAfter(
  step: ClockStep,
  { now, coverEndsOn, graceDays }: Dates,
): Temporal.Instant {
  const today = civilDateOf(now);
  const noon = (date: CivilDate) => startOfDay(date).add({ hours: 12 });
  const renewal = coverEndsOn ?? addMonths(today, 1);
  const steps: Record<ClockStep, () => Temporal.Instant> = {
    day: () => now.add({ hours: 24 }),
    week: () => now.add({ hours: 24 * 7 }),
    month: () => noon(addMonths(today, 1)),
    renewal: () => noon(addDays(renewal, 2)),
    lapse: () => noon(addDays(renewal, graceDays + 2)),
  };
  return steps[step]();
}
