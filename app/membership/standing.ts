import { addDays, type CivilDate } from "~/lib/civil-date";
import {
  byEnd,
  type GradedSpan,
  includes,
  type Ledger,
  newestFirst,
  paidSpans,
  provisionalSpans,
  type Spell,
  suspensionSpans,
} from "./ledger";

export type { Ledger, ProvisionalTerm, Spell, Term } from "./ledger";

/** What a person can be to the association on a day; the first that applies is what they are. */
export const STANDINGS = [
  "deceased",
  "removed",
  "suspended",
  "resigned",
  "current",
  "provisional",
  "inGrace",
  "lapsed",
  "applicant",
  "none",
] as const;

export type Standing = (typeof STANDINGS)[number];

/**
 * A person's standing on a day, past or future, from what is recorded now. `graceDays` follow the last day of paid or granted cover.
 * The newest spell that holds decides; one whose first payment failed leaves what was before it.
 */
export function standingOn(ledger: Ledger, date: CivilDate, graceDays: number): Standing {
  if (ledger.diedOn !== null && ledger.diedOn <= date) return "deceased";
  const spell = spellThatHolds(ledger, date);
  const isEnded = spell !== undefined && hasEnded(spell, date);
  const isProvisional = provisionalOn(ledger, spell, date).length > 0;
  const isRejoining = isEnded && isProvisional;
  if (isEnded && !isRejoining && spell.ending?.kind === "remove") return "removed";
  if (suspensionSpans(ledger).some((span) => includes(span, date))) return "suspended";
  if (isEnded && !isRejoining) return "resigned";
  const paid = spell && !isEnded ? begunBy(paidSpans(spell), date) : [];
  if (paid.some((span) => includes(span, date))) return "current";
  if (isProvisional) return "provisional";
  if (paid.some((span) => date <= addDays(span.until, graceDays))) return "inGrace";
  if (paid.length > 0) return "lapsed";
  return ledger.hasOpenApplication ? "applicant" : "none";
}

/** Whether a standing opens what members have: the forum, CPD entry, member prices. */
export const hasCover = (standing: Standing): boolean =>
  standing === "current" || standing === "provisional" || standing === "inGrace";

/**
 * The grade on a day: of the paid or granted term that covers it, else of a provisional one, else the last that was held.
 * Where several cover it, the one that ends last counts, and of equal ends the one that starts last. Null before any cover.
 */
export function gradeOn(ledger: Ledger, date: CivilDate): string | null {
  const spell = spellThatHolds(ledger, date);
  const paid = spell ? begunBy(paidSpans(spell), date) : [];
  const isEnded = spell !== undefined && hasEnded(spell, date);
  const covering = isEnded ? [] : paid.filter((span) => includes(span, date));
  const provisional = provisionalOn(ledger, spell, date);
  return (covering.at(-1) ?? provisional.at(-1) ?? paid.at(-1))?.gradeId ?? null;
}

const begunBy = (spans: GradedSpan[], date: CivilDate) => spans.filter((span) => span.from <= date);

/** The newest spell with a paid or granted term that has begun, or with an ending. */
export const spellThatHolds = (ledger: Ledger, date: CivilDate): Spell | undefined =>
  newestFirst(ledger.spells).find(
    (spell) =>
      begunBy(paidSpans(spell), date).length > 0 ||
      (spell.ending !== null && spell.ending.on <= date),
  );

const hasEnded = ({ ending }: Spell, date: CivilDate): boolean =>
  ending !== null && (ending.kind === "remove" ? ending.on <= date : ending.on < date);

const provisionalOn = (ledger: Ledger, holding: Spell | undefined, date: CivilDate): GradedSpan[] =>
  provisionalAfterEnding(ledger, holding, holding && hasEnded(holding, date)).filter((span) =>
    includes(span, date),
  );

/**
 * The provisional cover that counts beside the spell that holds: its own and that of newer spells.
 * Once it has ended, only a newer spell's that began after the ending.
 */
export function provisionalAfterEnding(
  ledger: Ledger,
  holding: Spell | undefined,
  isEnded = false,
): GradedSpan[] {
  const spells = newestFirst(ledger.spells);
  const newer = holding ? spells.slice(0, spells.indexOf(holding)) : spells;
  const endedOn = holding?.ending?.on ?? "";
  const spans = (isEnded || !holding ? newer : [...newer, holding]).flatMap(provisionalSpans);
  return spans.filter((span) => !isEnded || span.from > endedOn).sort(byEnd);
}
