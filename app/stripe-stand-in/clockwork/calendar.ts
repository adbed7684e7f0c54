import { Temporal } from "temporal-polyfill";

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export type Interval = "day" | "week" | "month" | "year";

const at = (seconds: number) =>
  Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO("UTC");
const secondsOf = (time: Temporal.ZonedDateTime) => Math.floor(time.epochMilliseconds / 1000);

/** Seconds of an instant. */
export const secondsAt = (instant: Temporal.Instant) =>
  Math.floor(instant.epochMilliseconds / 1000);

/** The anchor moved on by whole intervals; 31 January + 1 month is 28 February, + 2 months 31 March again. */
export function anchorPlus(anchor: number, interval: Interval, steps: number): number {
  return secondsOf(at(anchor).add({ [`${interval}s`]: steps }));
}

/** The longest that each interval can last, in seconds: an estimate from it never oversteps. */
const longest: Record<Interval, number> = {
  day: DAY,
  week: 7 * DAY,
  month: 31 * DAY,
  year: 366 * DAY,
};

/** The first period end after `start` that the anchor allows. */
export function nextPeriodEnd(
  anchor: number,
  interval: Interval,
  count: number,
  start: number,
): number {
  if (anchor > start) return anchor;
  let steps = Math.floor((start - anchor) / (longest[interval] * count));
  let end = anchorPlus(anchor, interval, steps * count);
  while (end <= start) {
    steps += 1;
    end = anchorPlus(anchor, interval, steps * count);
  }
  return end;
}

/** The same time of day after so many working days (Monday to Friday; bank holidays are left out of account). */
export function addWorkingDays(seconds: number, days: number): number {
  let time = seconds;
  for (let left = days; left > 0; ) {
    time += DAY;
    if (isWorkingDay(time)) left -= 1;
  }
  return time;
}

export const startOfDay = (seconds: number) => seconds - (seconds % DAY);

/** 1 January 1970 was a Thursday. */
function isWorkingDay(seconds: number): boolean {
  const weekday = (Math.floor(seconds / DAY) + 4) % 7;
  return weekday >= 1 && weekday <= 5;
}
