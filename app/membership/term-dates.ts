import { addDays, addMonths, type CivilDate, type Interval } from "~/lib/civil-date";

/** First and last day, both included. */
export interface DateRange {
  startsOn: CivilDate;
  endsOn: CivilDate;
}

const MONTHS: Record<Interval, number> = { year: 12, month: 1 };

/**
 * The membership year that a day falls in. A year that starts on 29 February starts on 28 February
 * where there is no 29th: the same rule by which a month's end is kept in monthly terms.
 */
export function membershipYearOn(yearStarts: string, date: CivilDate): DateRange {
  // 2000 was a leap year, so every MM-DD is a day of it.
  return intervalOn(`2000-${yearStarts}`, "year", date);
}

/** A whole term from its first day: the day before the same date a year or a month later, or before that month's last day. */
export const firstTerm = (startsOn: CivilDate, interval: Interval): DateRange => ({
  startsOn,
  endsOn: addDays(addMonths(startsOn, MONTHS[interval]), -1),
});

/**
 * The term that follows another without a gap. Its end is counted from the anchor, so that the ends of months never drift
 * (from 31 January: to 27 February, to 30 March). The anchor is the first day of the row of terms, such as the day that
 * the spell began. Where the term would start between the anchor's dates, as after a seat was freed in mid-year,
 * it is a whole interval and the anchor of those that follow: nobody pays for a year and gets less.
 */
export function nextTerm(given: {
  previousEndsOn: CivilDate;
  anchor: CivilDate;
  interval: Interval;
}): DateRange {
  const startsOn = addDays(given.previousEndsOn, 1);
  const aligned = intervalOn(given.anchor, given.interval, startsOn);
  return aligned.startsOn === startsOn ? aligned : firstTerm(startsOn, given.interval);
}

export type TermAfterPayment = DateRange & { kind: "continues" | "newSpell" };

/**
 * The term that a payment after the end of cover buys. Within the days of grace, or the longer `reinstatementDays` where the
 * association closes gaps by back-payment, it continues the spell from the day after the last term; later it begins a new spell
 * on the day of payment. A monthly term that continues may already lie in the past: the gap takes several.
 */
export function termAfterPayment(given: {
  lastTermEndsOn: CivilDate;
  graceDays: number;
  reinstatementDays?: number;
  paidOn: CivilDate;
  interval: Interval;
  anchor: CivilDate;
}): TermAfterPayment {
  const { lastTermEndsOn, paidOn, interval, anchor } = given;
  const days = Math.max(given.graceDays, given.reinstatementDays ?? 0);
  return paidOn <= addDays(lastTermEndsOn, days)
    ? { kind: "continues", ...nextTerm({ previousEndsOn: lastTermEndsOn, anchor, interval }) }
    : { kind: "newSpell", ...firstTerm(paidOn, interval) };
}

/** The interval around a day, of those that the anchor begins, before it and after it. */
function intervalOn(anchor: CivilDate, interval: Interval, date: CivilDate): DateRange {
  const step = MONTHS[interval];
  const boundary = (count: number) => addMonths(anchor, count * step);
  const guess = Math.floor((monthNumber(date) - monthNumber(anchor)) / step);
  const count = boundary(guess) <= date ? guess : guess - 1;
  return { startsOn: boundary(count), endsOn: addDays(boundary(count + 1), -1) };
}

const monthNumber = (date: CivilDate): number =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
