import { addDays, type CivilDate, type Interval } from "~/lib/civil-date";

const HALF: Record<Interval, number> = { year: 182, month: 15 };

/**
 * Whether cover lasts so far beyond a payment that it must be a second one for the same period: by more than half of what it
 * would buy. Renewals are paid around the end of a term, never in its first half.
 */
export const isPaidAlready = (given: {
  coveredUntil: CivilDate;
  paidOn: CivilDate;
  interval: Interval;
}): boolean => given.coveredUntil > addDays(given.paidOn, HALF[given.interval]);
