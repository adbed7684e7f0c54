import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import type { CivilDate } from "~/lib/civil-date";
import { err, ok, type Result } from "~/lib/result";
import { sendLater } from "~/mail/send-later";
import type { Trx } from "~/schema";
import type { SettledLine, SettlementRefusal } from "~/settlements";
import { addTermOfLine } from "./add-term";
import { beginSpell, moveBeginning } from "./begin-spell";
import { includes, paidSpans } from "./ledger";
import { applicationLine, isTooLate, type LineFacts } from "./line-facts";
import { memberNumberInWords } from "./member-number";
import { withdrawCover } from "./provide";
import { gradeById } from "./queries/grades";
import { memberOf } from "./queries/members";
import { hasTermFromLine } from "./queries/terms";
import { spellThatHolds } from "./standing";
import { type DateRange, firstTerm } from "./term-dates";

/** The first payment of an application makes a member. The same line settled again changes nothing. */
export async function settleApplication(
  trx: Trx,
  line: SettledLine,
  now: Temporal.Instant,
): Promise<Result<null, SettlementRefusal>> {
  if (await hasTermFromLine(trx, line.lineId)) return ok(null);
  const about = await applicationLine(trx, line);
  const refusal = refusalOf(about);
  if (refusal) {
    await withdrawCover(trx, line, about, now);
    return err(refusal);
  }
  const membershipId = await spellToPayFor(trx, line, about);
  const term = firstTerm(about.countsFrom, about.price.interval);
  await addTermOfLine(trx, line, { about, membershipId, term }, now);
  const entry = {
    actorId: null,
    act: "membership.joined",
    subject: { kind: "membership", id: membershipId },
    personId: about.personId,
  };
  await record(trx, entry, now);
  await welcome(trx, about, term, now);
  return ok(null);
}

function refusalOf(about: LineFacts): SettlementRefusal | undefined {
  const { spell, ledger, countsFrom } = about;
  if (isTooLate(about)) return { reason: "ended" };
  if (spell && spell.terms.length > 0) return { reason: "duplicate" };
  return isCoveredOn(ledger, countsFrom) ? { reason: "duplicate" } : undefined;
}

function isCoveredOn(ledger: LineFacts["ledger"], date: CivilDate): boolean {
  const holding = spellThatHolds(ledger, date);
  if (!holding || holding.ending) return false;
  return paidSpans(holding).some((span) => includes(span, date));
}

async function spellToPayFor(trx: Trx, line: SettledLine, about: LineFacts): Promise<string> {
  const { personId, spell, ledger, countsFrom: beganOn } = about;
  if (!spell) return beginSpell(trx, { personId, applicationId: line.subjectId, beganOn });
  const isFirstSpell = ledger.spells.length === 1;
  if (spell.beganOn !== beganOn)
    await moveBeginning(trx, { personId, membershipId: spell.id, beganOn, isFirstSpell });
  return spell.id;
}

async function welcome(trx: Trx, about: LineFacts, term: DateRange, now: Temporal.Instant) {
  const member = await memberOf(trx, about.personId);
  const grade = await gradeById(trx, about.price.gradeId);
  if (!member || !grade) throw new Error("A term without a member or a grade");
  const details = {
    number: await memberNumberInWords(trx, member.number),
    gradeName: grade.name,
    coveredUntil: term.endsOn,
  };
  await sendLater(trx, "membership.welcome", { personId: about.personId }, details, now);
}
