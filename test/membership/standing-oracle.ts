import type { CivilDate } from "~/lib/civil-date";
import type { Ledger, Spell, Standing, Term } from "~/membership/standing";
import { day, LAST_DAY_NUMBER } from "./ledgers";

/**
 * The rules of standing spelled out day by day, slow and plain, to hold the real ones against.
 * Days are numbers, as `day` counts them.
 */
export function standingByCounting(ledger: Ledger, graceDays: number) {
  const spells = [...ledger.spells].sort((a, b) => (a.beganOn + a.id < b.beganOn + b.id ? -1 : 1));
  const coveredDays = new Map(spells.map((spell) => [spell, coveredDaysOf(spell)]));

  return (number: number): Standing => {
    const date = day(number);
    const isCovered = (spell: Spell, on: number) => coveredDays.get(spell)?.has(on) ?? false;
    const hasBeenCovered = (spell: Spell) =>
      [...(coveredDays.get(spell) ?? [])].some((covered) => covered <= number);

    const holder = spells.findLast(
      (spell) => hasBeenCovered(spell) || (spell.ending && spell.ending.on <= date),
    );
    const newer = holder ? spells.slice(spells.indexOf(holder) + 1) : spells;
    const ending = holder?.ending;
    const isRemoved = ending?.kind === "remove" && date >= ending.on;
    const isResigned = ending?.kind === "resign" && date > ending.on;
    const isOver = isRemoved || isResigned;

    const isRejoining = newer.some((spell) => hasProvisional(spell, date, isOver ? ending.on : ""));
    const isSuspended = spells.some((spell) =>
      spell.suspensions.some(({ from, to }) => date >= from && (to === null || date <= to)),
    );

    if (ledger.diedOn && date >= ledger.diedOn) return "deceased";
    if (isRemoved && !isRejoining) return "removed";
    if (isSuspended) return "suspended";
    if (isResigned && !isRejoining) return "resigned";
    if (holder && !isOver && isCovered(holder, number)) return "current";
    if (isRejoining || (holder && !isOver && hasProvisional(holder, date, "")))
      return "provisional";
    for (let back = 1; holder && back <= graceDays; back++) {
      if (isCovered(holder, number - back)) return "inGrace";
    }
    if (holder && hasBeenCovered(holder)) return "lapsed";
    return ledger.hasOpenApplication ? "applicant" : "none";
  };
}

function coveredDaysOf(spell: Spell): Set<number> {
  const covered = new Set<number>();
  for (let number = 0; number <= LAST_DAY_NUMBER; number++) {
    const date = day(number);
    if (spell.terms.some((term) => term.startsOn <= date && date <= lastDayOf(term))) {
      covered.add(number);
    }
  }
  return covered;
}

function lastDayOf(term: Term): CivilDate {
  const inOrder = [...term.corrections].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return inOrder.at(-1)?.newEndsOn ?? term.endsOn;
}

const hasProvisional = (spell: Spell, date: CivilDate, after: CivilDate): boolean =>
  spell.provisionalTerms.some(
    (term) =>
      term.startsOn > after &&
      term.startsOn <= date &&
      date <= term.provisionalUntil &&
      (term.endedOn === null || date < term.endedOn),
  );
