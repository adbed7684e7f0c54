import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { err, ok, type Result } from "~/lib/result";
import { sendLater } from "~/mail/send-later";
import { associationSettings } from "~/office/settings";
import type { Trx } from "~/schema";
import type { SettledLine, SettlementRefusal } from "~/settlements";
import { addTermOfLine } from "./add-term";
import { beginSpell } from "./begin-spell";
import { isTooLate, type LineFacts, membershipLine, paidUntil } from "./line-facts";
import { isPaidAlready } from "./paid-already";
import { withdrawCover } from "./provide";
import { hasTermFromLine } from "./queries/terms";
import { firstTerm, type TermAfterPayment, termAfterPayment } from "./term-dates";

/** A later payment buys the next term; one that lands after the lapse begins a new spell. Lines of one payer come oldest first. */
export async function settleMembership(
  trx: Trx,
  line: SettledLine,
  now: Temporal.Instant,
): Promise<Result<null, SettlementRefusal>> {
  if (await hasTermFromLine(trx, line.lineId)) return ok(null);
  const about = await membershipLine(trx, line);
  const refusal = refusalOf(about);
  if (refusal) {
    await withdrawCover(trx, line, about, now);
    return err(refusal);
  }
  const { graceDays } = await associationSettings(trx);
  const term = boughtBy(about, graceDays);
  const membershipId = await spellOf(trx, about, term);
  await addTermOfLine(trx, line, { about, membershipId, term }, now);
  await tell(trx, { about, membershipId, term }, now);
  return ok(null);
}

function refusalOf(about: LineFacts): SettlementRefusal | undefined {
  const { spell, countsFrom, price } = about;
  if (isTooLate(about)) return { reason: "ended" };
  const coveredUntil = paidUntil(spell);
  const isPaid =
    coveredUntil !== undefined &&
    isPaidAlready({ coveredUntil, paidOn: countsFrom, interval: price.interval });
  return isPaid ? { reason: "duplicate" } : undefined;
}

function boughtBy({ spell, countsFrom, price }: LineFacts, graceDays: number): TermAfterPayment {
  const lastTermEndsOn = paidUntil(spell);
  if (!spell || lastTermEndsOn === undefined)
    return { kind: "continues", ...firstTerm(countsFrom, price.interval) };
  return termAfterPayment({
    lastTermEndsOn,
    graceDays,
    paidOn: countsFrom,
    interval: price.interval,
    anchor: spell.beganOn,
  });
}

async function spellOf(trx: Trx, about: LineFacts, term: TermAfterPayment): Promise<string> {
  if (about.spell && term.kind === "continues") return about.spell.id;
  const { personId } = about;
  return beginSpell(trx, { personId, applicationId: null, beganOn: term.startsOn });
}

async function tell(
  trx: Trx,
  given: { about: LineFacts; membershipId: string; term: TermAfterPayment },
  now: Temporal.Instant,
): Promise<void> {
  const { personId } = given.about;
  const isReinstated = given.term.kind === "newSpell";
  const entry = {
    actorId: null,
    act: isReinstated ? "membership.reinstated" : "membership.renewed",
    subject: { kind: "membership", id: given.membershipId },
    personId,
  };
  await record(trx, entry, now);
  if (!isReinstated) return; // a renewal is told by its receipt
  const details = { startsOn: given.term.startsOn, coveredUntil: given.term.endsOn };
  await sendLater(trx, "membership.reinstated", { personId }, details, now);
}
