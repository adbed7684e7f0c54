import type { Interval } from "~/lib/civil-date";
import { formatPence, type Pence } from "~/lib/money";

export const INTERVAL_WORDS: Record<Interval, string> = { year: "a year", month: "a month" };

/** "£45.00 a year" */
export const priceInWords = ({ pence, interval }: { pence: Pence; interval: Interval }): string =>
  `${formatPence(pence)} ${INTERVAL_WORDS[interval]}`;
