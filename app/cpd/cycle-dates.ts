import { type CivilDate, later } from "~/lib/civil-date";
import { type DateRange, membershipYearOn } from "~/membership/term-dates";

/**
 * The CPD cycle that a day falls in: the membership year, the first one shortened to the day that the spell began.
 * Null before that day. `yearStarts` (MM-DD) is the spell's own or, where a requirement fixes one date for all, that date.
 */
export function cycleOn(
  spell: { beganOn: CivilDate; yearStarts: string },
  date: CivilDate,
): DateRange | null {
  if (date < spell.beganOn) return null;
  const year = membershipYearOn(spell.yearStarts, date);
  return { startsOn: later(year.startsOn, spell.beganOn), endsOn: year.endsOn };
}
