import { Temporal } from "temporal-polyfill";
import { addDays, type CivilDate, earlier, later } from "~/lib/civil-date";

/** Cover that is paid or granted, first and last day included. */
export interface Term {
  id: string;
  membershipId: string;
  gradeId: string;
  startsOn: CivilDate;
  endsOn: CivilDate;
  /** The newest by `at` holds. One that ends before the term starts takes all of it back. */
  corrections: { newEndsOn: CivilDate; at: string }[];
}

/** Cover on an unpaid invoice or a debit under way. */
export interface ProvisionalTerm {
  membershipId: string;
  gradeId: string;
  startsOn: CivilDate;
  /** The last day that it can last. */
  provisionalUntil: CivilDate;
  /** The day that the money arrived or failed; no longer provisional from then on. */
  endedOn: CivilDate | null;
}

/** A membership without a gap. */
export interface Spell {
  id: string;
  beganOn: CivilDate;
  /** MM-DD */
  yearStarts: string;
  /** A resignation's day is the last as a member; a removal holds from its day on. */
  ending: { kind: "resign" | "remove"; on: CivilDate } | null;
  /** First and last day included; null lasts until it is lifted. */
  suspensions: { from: CivilDate; to: CivilDate | null }[];
  terms: Term[];
  provisionalTerms: ProvisionalTerm[];
}

/** All that decides one person's standing. */
export interface Ledger {
  diedOn: CivilDate | null;
  spells: Spell[];
  hasOpenApplication: boolean;
}

/** Days from the first to the last, both included; null has no end. */
export interface Span {
  from: CivilDate;
  until: CivilDate | null;
}

export const includes = (span: Span, date: CivilDate): boolean =>
  span.from <= date && (span.until === null || date <= span.until);

const isSomeTime = (span: Span): boolean => span.until === null || span.from <= span.until;

/** The last day that a term covers, after its newest correction. */
export function effectiveEnd(term: Term): CivilDate {
  let newest: Term["corrections"][number] | undefined;
  for (const correction of term.corrections) {
    if (!newest || compareInstants(correction.at, newest.at) >= 0) newest = correction;
  }
  return newest?.newEndsOn ?? term.endsOn;
}

const compareInstants = (a: string, b: string) =>
  Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b));

export type GradedSpan = Span & { gradeId: string; until: CivilDate };

/** What is left of a spell's paid and granted terms, in the order of their ends. */
export const paidSpans = (spell: Spell): GradedSpan[] =>
  spell.terms
    .map((term) => ({ from: term.startsOn, until: effectiveEnd(term), gradeId: term.gradeId }))
    .filter(isSomeTime)
    .sort(byEnd);

/** The days of a spell's provisional terms, in the same order. */
export const provisionalSpans = (spell: Spell): GradedSpan[] =>
  spell.provisionalTerms
    .map(({ startsOn, provisionalUntil, endedOn, gradeId }) => ({
      from: startsOn,
      until: endedOn === null ? provisionalUntil : earlier(provisionalUntil, addDays(endedOn, -1)),
      gradeId,
    }))
    .filter(isSomeTime)
    .sort(byEnd);

/** Orders spans by their ends; of equal ends the later start comes last. */
export const byEnd = (a: GradedSpan, b: GradedSpan) =>
  compare(a.until, b.until) || compare(a.from, b.from);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A person's suspensions, whichever spell they fell in: joining again does not shake one off. */
export const suspensionSpans = (ledger: Ledger): Span[] =>
  ledger.spells
    .flatMap((spell) => spell.suspensions.map(({ from, to }) => ({ from, until: to })))
    .filter(isSomeTime);

export const newestFirst = (spells: Spell[]): Spell[] =>
  [...spells].sort((a, b) => compare(b.beganOn, a.beganOn) || compare(b.id, a.id));

/** The last stretch without a gap that the spans make together. */
export function lastStretch(spans: Span[]): Span | null {
  let stretch: Span | null = null;
  for (const { from, until } of [...spans].sort((a, b) => compare(a.from, b.from))) {
    stretch =
      stretch && touches(stretch, from)
        ? { from: stretch.from, until: laterEnd(stretch.until, until) }
        : { from, until };
  }
  return stretch;
}

const touches = (stretch: Span, from: CivilDate): boolean =>
  stretch.until === null || from <= addDays(stretch.until, 1);

const laterEnd = (a: CivilDate | null, b: CivilDate | null): CivilDate | null =>
  a === null || b === null ? null : later(a, b);
