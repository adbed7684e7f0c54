import { addDays, type CivilDate, later } from "~/lib/civil-date";
import type { Db } from "~/schema";
import { correctionsOfPerson, type TermRow, termsOfPerson } from "./queries/term-history";

export interface HeldTerm {
  kind: "term";
  id: string;
  gradeName: string;
  startsOn: CivilDate;
  /** The last day that it covers, after corrections. */
  endsOn: CivilDate;
  /** What it ended with before it was corrected. */
  madeUntil: CivilDate;
  correction: string | null;
  /** Taken back from its first day. */
  isTakenBack: boolean;
  source: TermRow["source"];
  grantKind: TermRow["grantKind"];
  grantReason: string | null;
}

/** Days between two terms that nothing covered. */
export interface Gap {
  kind: "gap";
  startsOn: CivilDate;
  endsOn: CivilDate;
}

/** A person's terms in order, with the days without cover between them said as such. Newest first. */
export async function termHistory(db: Db, personId: string): Promise<(HeldTerm | Gap)[]> {
  const corrections = new Map(
    (await correctionsOfPerson(db, personId)).map((correction) => [correction.termId, correction]),
  );
  const terms = (await termsOfPerson(db, personId)).map((row): HeldTerm => {
    const correction = corrections.get(row.id);
    const endsOn = correction?.newEndsOn ?? row.endsOn;
    const { id, gradeName, startsOn, source, grantKind, grantReason } = row;
    return {
      kind: "term",
      ...{ id, gradeName, startsOn, endsOn, source, grantKind, grantReason },
      madeUntil: row.endsOn,
      correction: correction?.reason ?? null,
      isTakenBack: endsOn < startsOn,
    };
  });
  return withGaps(terms).reverse();
}

/** Puts a gap between two terms wherever there is a day that neither covers. */
export function withGaps(terms: HeldTerm[]): (HeldTerm | Gap)[] {
  const lines: (HeldTerm | Gap)[] = [];
  let coveredUntil: CivilDate | undefined;
  for (const term of terms) {
    if (!term.isTakenBack && coveredUntil && term.startsOn > addDays(coveredUntil, 1))
      lines.push({
        kind: "gap",
        startsOn: addDays(coveredUntil, 1),
        endsOn: addDays(term.startsOn, -1),
      });
    lines.push(term);
    if (!term.isTakenBack) coveredUntil = later(coveredUntil ?? term.endsOn, term.endsOn);
  }
  return lines;
}
