import type { Temporal } from "temporal-polyfill";
import { inTransaction } from "~/db/in-transaction";
import { record } from "~/history/record";
import type { CivilDate } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import type { Db } from "~/schema";
import { rewriteCover } from "./cover-of-person";
import { insertCorrection, termOfPerson } from "./queries/terms";

export interface Correction {
  personId: string;
  termId: string;
  /** The last day from now on. A day before the term's first takes all of it back, as after a refund. */
  newEndsOn: CivilDate;
  reason: string;
  by: string | null;
}

/** Moves the end of a term, by a row beside it: the term itself stays as it was made. */
export function correctTerm(
  db: Db,
  correction: Correction,
  now: Temporal.Instant,
): Promise<Result<null, { reason: "termUnknown" }>> {
  return inTransaction(db, async (trx) => {
    const { personId, termId, newEndsOn, reason, by } = correction;
    const term = await termOfPerson(trx, personId, termId);
    if (!term) return err({ reason: "termUnknown" });
    await insertCorrection(trx, { id: newId(), termId, newEndsOn, reason, by, at: now.toString() });
    await rewriteCover(trx, personId);
    const entry = {
      actorId: by,
      act: "membership.termCorrected",
      subject: { kind: "term", id: termId },
      personId,
      reason,
      changes: { endsOn: { before: term.endsOn, after: newEndsOn } },
    };
    await record(trx, entry, now);
    return ok(null);
  });
}
