import type { Temporal } from "temporal-polyfill";
import { inTransaction } from "~/db/in-transaction";
import { record } from "~/history/record";
import { type CivilDate, civilDateOf } from "~/lib/civil-date";
import { err, ok, type Result } from "~/lib/result";
import type { Db } from "~/schema";
import { rewriteCover } from "./cover-of-person";
import { ledgerOf } from "./ledger-of";
import { insertEnding } from "./queries/terms";
import { type Spell, spellThatHolds } from "./standing";
import { stopPayments } from "./stop-payments";

export interface Ending {
  personId: string;
  /** A resignation's last day as a member; a removal's first day as none. */
  on: CivilDate;
  reason: string;
  by: string | null;
}

/** `beforeBeginning`: the day lies before the membership. */
export type NotEnded = { reason: "noMembership" | "endedAlready" | "beforeBeginning" };

/** The member leaves. Nothing is taken from their card or bank after this. */
export const resign = (db: Db, ending: Ending, now: Temporal.Instant) =>
  endMembership(db, "resign", ending, now);

/** The association ends a membership. */
export const remove = (db: Db, ending: Ending, now: Temporal.Instant) =>
  endMembership(db, "remove", ending, now);

function endMembership(
  db: Db,
  kind: "resign" | "remove",
  ending: Ending,
  now: Temporal.Instant,
): Promise<Result<null, NotEnded>> {
  const { personId, on, reason, by } = ending;
  return inTransaction(db, async (trx) => {
    const spell = spellThatHolds(await ledgerOf(trx, personId), civilDateOf(now));
    const refusal = refusalOf(spell, on);
    if (refusal || !spell) return err({ reason: refusal ?? "noMembership" });
    const row = { membershipId: spell.id, kind, endedOn: on, reason, by, at: now.toString() };
    await insertEnding(trx, row);
    await stopPayments(trx, personId, { reason, by }, now);
    await rewriteCover(trx, personId);
    const act = kind === "resign" ? "membership.resigned" : "membership.removed";
    const subject = { kind: "membership", id: spell.id };
    await record(trx, { actorId: by, act, subject, personId, reason }, now);
    return ok(null);
  });
}

function refusalOf(spell: Spell | undefined, on: CivilDate): NotEnded["reason"] | undefined {
  if (!spell) return "noMembership";
  if (spell.ending) return "endedAlready";
  return on < spell.beganOn ? "beforeBeginning" : undefined;
}
