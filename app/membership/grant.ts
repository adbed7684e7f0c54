import type { Temporal } from "temporal-polyfill";
import { inTransaction } from "~/db/in-transaction";
import { record } from "~/history/record";
import { addDays, type CivilDate, civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import type { Db, Trx } from "~/schema";
import { beginSpell } from "./begin-spell";
import { rewriteCover } from "./cover-of-person";
import { FOR_LIFE } from "./for-life";
import type { Ledger } from "./ledger";
import { ledgerOf } from "./ledger-of";
import { paidUntil } from "./line-facts";
import { gradeById } from "./queries/grades";
import { insertGrant, insertTerm } from "./queries/terms";
import { spellThatHolds } from "./standing";
import type { GrantKind } from "./tables";

export { FOR_LIFE };

export interface Grant {
  personId: string;
  kind: GrantKind;
  gradeId: string;
  startsOn: CivilDate;
  /** The last day; `FOR_LIFE` where it has no end. */
  endsOn: CivilDate;
  reason: string;
  /** Who of the office gives it; null for an import. */
  by: string | null;
}

/** `startsAfterGap`: a term cannot be promised for later, with days without cover in between. */
export type NotGranted = { reason: "endsBeforeStart" | "startsAfterGap" | "gradeUnknown" | "died" };

/** Gives cover without payment: honorary, for life, complimentary, a holiday from fees, or brought from an earlier system. */
export function grantCover(
  db: Db,
  grant: Grant,
  now: Temporal.Instant,
): Promise<Result<{ termId: string }, NotGranted>> {
  return inTransaction(db, async (trx) => {
    const ledger = await ledgerOf(trx, grant.personId);
    const refusal = await refusalOf(trx, grant, ledger, civilDateOf(now));
    if (refusal) return err({ reason: refusal });
    const membershipId = await spellFor(trx, grant, ledger);
    const termId = await addGrantedTerm(trx, grant, membershipId, now);
    await rewriteCover(trx, grant.personId);
    const entry = {
      actorId: grant.by,
      act: "membership.coverGranted",
      subject: { kind: "term", id: termId },
      personId: grant.personId,
      reason: grant.reason,
    };
    await record(trx, entry, now);
    return ok({ termId });
  });
}

async function refusalOf(
  trx: Trx,
  { gradeId, startsOn, endsOn }: Grant,
  ledger: Ledger,
  today: CivilDate,
): Promise<NotGranted["reason"] | undefined> {
  if (endsOn < startsOn) return "endsBeforeStart";
  if (ledger.diedOn !== null) return "died";
  if (startsOn > today && spellThatContinues(ledger, startsOn) === undefined)
    return "startsAfterGap";
  return (await gradeById(trx, gradeId)) ? undefined : "gradeUnknown";
}

/** The newest spell, where its paid days reach the new term without a gap. */
function spellThatContinues(ledger: Ledger, startsOn: CivilDate) {
  const newest = spellThatHolds(ledger, FOR_LIFE);
  const until = paidUntil(newest);
  const continues = until !== undefined && startsOn <= addDays(until, 1);
  return newest?.ending === null && continues && startsOn >= newest.beganOn ? newest : undefined;
}

async function spellFor(trx: Trx, grant: Grant, ledger: Ledger): Promise<string> {
  const { personId, startsOn: beganOn } = grant;
  const continued = spellThatContinues(ledger, beganOn);
  return continued?.id ?? (await beginSpell(trx, { personId, applicationId: null, beganOn }));
}

async function addGrantedTerm(
  trx: Trx,
  grant: Grant,
  membershipId: string,
  now: Temporal.Instant,
): Promise<string> {
  const { kind, reason, by, gradeId, startsOn, endsOn } = grant;
  const grantId = newId();
  const at = now.toString();
  await insertGrant(trx, { id: grantId, membershipId, kind, reason, by, at });
  const termId = newId();
  await insertTerm(trx, {
    id: termId,
    membershipId,
    gradeId,
    startsOn,
    endsOn,
    source: "grant",
    sourceId: grantId,
    createdAt: at,
  });
  return termId;
}
