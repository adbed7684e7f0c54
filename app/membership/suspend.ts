import type { Temporal } from "temporal-polyfill";
import { inTransaction } from "~/db/in-transaction";
import { record } from "~/history/record";
import { addDays, type CivilDate, civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import type { Db, Trx } from "~/schema";
import { rewriteCover } from "./cover-of-person";
import { ledgerOf } from "./ledger-of";
import { insertSuspension, setSuspensionEnd, suspensionNotOver } from "./queries/terms";
import { spellThatHolds } from "./standing";

interface OfficeAct {
  personId: string;
  reason: string;
  by: string | null;
}

/** Suspends a member from today, until a day or until it is lifted. */
export function suspend(
  db: Db,
  given: OfficeAct & { until: CivilDate | null },
  now: Temporal.Instant,
): Promise<Result<null, { reason: "noMembership" | "suspendedAlready" | "endsBeforeToday" }>> {
  const { personId, reason, by, until } = given;
  const today = civilDateOf(now);
  return inTransaction(db, async (trx) => {
    if (until !== null && until < today) return err({ reason: "endsBeforeToday" });
    const spell = spellThatHolds(await ledgerOf(trx, personId), today);
    if (!spell || spell.ending) return err({ reason: "noMembership" });
    if (await suspensionNotOver(trx, personId, today)) return err({ reason: "suspendedAlready" });
    const id = newId();
    const at = now.toString();
    const suspension = { id, membershipId: spell.id, fromOn: today, toOn: until, reason, by, at };
    await insertSuspension(trx, suspension);
    await noted(trx, "membership.suspended", id, given, now);
    return ok(null);
  });
}

/** Ends a suspension: today is the first day without it. */
export function liftSuspension(
  db: Db,
  given: OfficeAct,
  now: Temporal.Instant,
): Promise<Result<null, { reason: "notSuspended" }>> {
  const today = civilDateOf(now);
  return inTransaction(db, async (trx) => {
    const suspension = await suspensionNotOver(trx, given.personId, today);
    if (!suspension) return err({ reason: "notSuspended" });
    await setSuspensionEnd(trx, suspension.id, addDays(today, -1));
    await noted(trx, "membership.suspensionLifted", suspension.id, given, now);
    return ok(null);
  });
}

async function noted(
  trx: Trx,
  act: string,
  suspensionId: string,
  { personId, reason, by }: OfficeAct,
  now: Temporal.Instant,
): Promise<void> {
  await rewriteCover(trx, personId);
  const subject = { kind: "suspension", id: suspensionId };
  await record(trx, { actorId: by, act, subject, personId, reason }, now);
}
