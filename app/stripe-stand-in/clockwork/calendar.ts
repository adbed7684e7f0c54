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

/** The first period end after `start` that the anchor allows. */
export function nextPeriodEnd(
  anchor: number,
  interval: Interval,
  count: number,
  start: number,
): number {
  if (anchor > start) return anchor;
  const passed = Math.floor(
    at(anchor)
      .until(at(start), { largestUnit: interval })
      .total({ unit: interval, relativeTo: at(anchor) }),
  );
  let steps = Math.max(0, Math.floor(passed / count) - 1);
  while (anchorPlus(anchor, interval, steps * count) <= start) steps += 1;
  return anchorPlus(anchor, interval, steps * count);
}

/** The same time of day after so many working days (Monday to Friday; bank holidays are left out of account). */
export function addWorkingDays(seconds: number, days: number): number {
  let time = at(seconds);
  for (let left = days; left > 0; ) {
    time = time.add({ days: 1 });
    if (time.dayOfWeek <= 5) left -= 1;
  }
  return secondsOf(time);
}

export const startOfDay = (seconds: number) => secondsOf(at(seconds).startOfDay());
