import { addDays, type CivilDate } from "~/lib/civil-date";
import { type Ledger, lastStretch, newestFirst, paidSpans, suspensionSpans } from "./ledger";
import { provisionalAfterEnding, type Standing, spellThatHolds } from "./standing";

/** A person's cover as dates, each the first or last day of something; null where there is no such thing. */
export interface Cover {
  membershipId: string;
  /** The grade that the cover ends with. */
  gradeId: string | null;
  coveredFrom: CivilDate | null;
  coveredUntil: CivilDate | null;
  provisionalFrom: CivilDate | null;
  provisionalUntil: CivilDate | null;
  graceUntil: CivilDate | null;
  suspendedFrom: CivilDate | null;
  /** Null with a `suspendedFrom`: until it is lifted. */
  suspendedUntil: CivilDate | null;
  endedOn: CivilDate | null;
  endedKind: "resign" | "remove" | null;
}

// After every day that can be recorded.
const END_OF_TIME = "9999-12-31";

/**
 * The row that lists and page requests read instead of the ledger; null for who never had a membership.
 * It holds the last stretch of each kind, so it is right from the day on which the last of them starts:
 * paying early is fine, a future start after a gap needs the row rewritten on that day.
 */
export function coverOf(ledger: Ledger, graceDays: number): Cover | null {
  const newest = newestFirst(ledger.spells)[0];
  if (!newest) return null;
  const holding = spellThatHolds(ledger, END_OF_TIME);
  const ending = holding?.ending ?? null;
  const paid = holding ? paidSpans(holding) : [];
  const rejoining = ending ? provisionalAfterEnding(ledger, holding, true) : [];
  const provisional =
    rejoining.length > 0
      ? rejoining
      : provisionalAfterEnding(ledger, holding).filter(
          (span) => ending === null || span.from <= ending.on,
        );
  const covered = lastStretch(paid);
  const awaited = lastStretch(provisional);
  const suspended = lastStretch(suspensionSpans(ledger));
  const last = [...paid, ...provisional].reduce(
    (best, span) => (best && best.until >= span.until ? best : span),
    paid.at(-1),
  );
  return {
    membershipId: newest.id,
    gradeId: last?.gradeId ?? null,
    coveredFrom: covered?.from ?? null,
    coveredUntil: covered?.until ?? null,
    provisionalFrom: awaited?.from ?? null,
    provisionalUntil: awaited?.until ?? null,
    graceUntil: covered?.until ? addDays(covered.until, graceDays) : null,
    suspendedFrom: suspended?.from ?? null,
    suspendedUntil: suspended?.until ?? null,
    endedOn: ending?.on ?? null,
    endedKind: ending?.kind ?? null,
  };
}

/** The same standing as `standingOn`, from the row. Keep the two in step: a property test compares them. */
export function standingFromCover(
  cover: Cover | null,
  person: { diedOn: CivilDate | null; hasOpenApplication: boolean },
  date: CivilDate,
): Standing {
  if (person.diedOn !== null && person.diedOn <= date) return "deceased";
  return (cover && heldStanding(cover, date)) ?? (person.hasOpenApplication ? "applicant" : "none");
}

function heldStanding(cover: Cover, date: CivilDate): Standing | null {
  const isProvisional = spans(cover.provisionalFrom, cover.provisionalUntil, date);
  const isEnded = hasEnded(cover, date);
  const isRejoining =
    isEnded && isProvisional && (cover.provisionalFrom ?? "") > (cover.endedOn ?? "");
  if (isEnded && !isRejoining && cover.endedKind === "remove") return "removed";
  if (spans(cover.suspendedFrom, cover.suspendedUntil, date)) return "suspended";
  if (isRejoining) return "provisional";
  if (isEnded) return "resigned";
  if (spans(cover.coveredFrom, cover.coveredUntil, date)) return "current";
  if (isProvisional) return "provisional";
  if (cover.coveredUntil === null || date < cover.coveredUntil) return null;
  return cover.graceUntil !== null && date <= cover.graceUntil ? "inGrace" : "lapsed";
}

const spans = (from: CivilDate | null, until: CivilDate | null, date: CivilDate): boolean =>
  from !== null && from <= date && (until === null || date <= until);

function hasEnded({ endedOn, endedKind }: Cover, date: CivilDate): boolean {
  if (endedOn === null) return false;
  return endedKind === "remove" ? endedOn <= date : endedOn < date;
}
