import { type CivilDate, earlier } from "~/lib/civil-date";
import {
  type Ledger,
  newestFirst,
  paidSpans,
  provisionalSpans,
  type Spell,
} from "~/membership/ledger";
import type { DateRange } from "~/membership/term-dates";
import { cycleOn } from "./cycle-dates";

/** A membership without a gap, as far as CPD cares. */
export interface CpdSpell {
  beganOn: CivilDate;
  /** MM-DD */
  yearStarts: string;
  /** The last day of it; null while the person has cover. */
  lastedUntil: CivilDate | null;
}

/** The spells that ever had cover, oldest first. The newest goes on while the person has cover, days of grace included. */
export function cpdSpells(ledger: Ledger, isCoveredToday: boolean): CpdSpell[] {
  const lived = newestFirst(ledger.spells).filter((spell) => lastDayOf(spell) !== undefined);
  return lived
    .map((spell, age) => ({
      beganOn: spell.beganOn,
      yearStarts: spell.yearStarts,
      lastedUntil: age === 0 && isCoveredToday ? null : (lastDayOf(spell) ?? spell.beganOn),
    }))
    .reverse();
}

function lastDayOf(spell: Spell): CivilDate | undefined {
  const ends = [...paidSpans(spell), ...provisionalSpans(spell)].map(({ until }) => until).sort();
  const end = ends.at(-1);
  return end && spell.ending ? earlier(end, spell.ending.on) : end;
}

/** The cycle that an activity of this day counts for; null on a day without membership. Spells are oldest first. */
export function cycleOfDay(spells: CpdSpell[], date: CivilDate): DateRange | null {
  const spell = spells.findLast(({ beganOn }) => beganOn <= date);
  if (!spell || (spell.lastedUntil !== null && date > spell.lastedUntil)) return null;
  return cycleOn(spell, date);
}

/** The cycle that today lies in or, without membership today, the last that there was. */
export function latestCycle(spells: CpdSpell[], today: CivilDate): DateRange | null {
  const spell = spells.findLast(({ beganOn }) => beganOn <= today);
  return spell ? cycleOn(spell, earlier(today, spell.lastedUntil ?? today)) : null;
}
