import { Temporal } from "temporal-polyfill";
import type { CivilDate } from "./civil-date";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "2026-11-03" → "3 November 2026" */
export function dateInWords(date: CivilDate): string {
  const day = Temporal.PlainDate.from(date);
  return `${day.day} ${MONTHS[day.month - 1]} ${day.year}`;
}

/** An instant as people in the United Kingdom say it: "3 November 2026, 2:05pm (GMT)". */
export function instantInWords(iso: string): string {
  const local = Temporal.Instant.from(iso).toZonedDateTimeISO("Europe/London");
  return `${dateInWords(local.toPlainDate().toString())}, ${timeInWords(local)}`;
}

/** "2pm (GMT)" or "2:05pm (BST)", by the day's own offset. */
export function timeInWords(local: Temporal.ZonedDateTime): string {
  const hour = local.hour % 12 || 12;
  const minute = local.minute ? `:${String(local.minute).padStart(2, "0")}` : "";
  const zone = local.offsetNanoseconds === 0 ? "GMT" : "BST";
  return `${hour}${minute}${local.hour < 12 ? "am" : "pm"} (${zone})`;
}

/** 1 → "1 hour", 90 → "1 hour 30 minutes" */
export function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return (
    [hours && counted(hours, "hour"), rest && counted(rest, "minute")].filter(Boolean).join(" ") ||
    "0 minutes"
  );
}

/** 1250 hundredths of a point → "12.5" */
export const pointsInWords = (hundredths: number): string =>
  String(Number((hundredths / 100).toFixed(2)));

/** counted(1, "member") → "1 member"; counted(2, "member") → "2 members" */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

/** ["a", "b", "c"] → "a, b and c" */
export const listed = (words: string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
