import { Temporal } from "temporal-polyfill";

/** A day without a time, `YYYY-MM-DD`. Strings of this shape compare in calendar order. */
export type CivilDate = string;

const ZONE = "Europe/London";

export type Interval = "year" | "month";

let newest: { at: number; date: CivilDate } | undefined;

/** The day that it is in the United Kingdom at this instant. A request asks for the same one many times. */
export function civilDateOf(instant: Temporal.Instant): CivilDate {
  const at = instant.epochMilliseconds;
  if (newest?.at !== at)
    newest = { at, date: instant.toZonedDateTimeISO(ZONE).toPlainDate().toString() };
  return newest.date;
}

/** The instant at which a day begins in the United Kingdom. */
export const startOfDay = (date: CivilDate): Temporal.Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime(ZONE).toInstant();

export const addDays = (date: CivilDate, days: number): CivilDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** Whole months later, clamped to the month's last day (31 January + 1 month = 28 February). */
export const addMonths = (date: CivilDate, months: number): CivilDate =>
  Temporal.PlainDate.from(date).add({ months }).toString();

/** Days from one day to another; negative where `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;

export const earlier = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);
export const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);

/** Whether a text names a day that exists, written `YYYY-MM-DD`. */
export function isCivilDate(text: string): text is CivilDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text;
  } catch {
    return false;
  }
}
