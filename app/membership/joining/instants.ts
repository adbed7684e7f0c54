import { Temporal } from "temporal-polyfill";
import { civilDateOf } from "~/lib/civil-date";
import { dateInWords } from "~/lib/words";

/** The day of an instant, in the United Kingdom: "3 November 2026". */
export const civilDateInWords = (instant: string): string =>
  dateInWords(civilDateOf(Temporal.Instant.from(instant)));
