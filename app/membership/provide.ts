import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { addDays, type CivilDate, civilDateOf } from "~/lib/civil-date";
import { associationSettings } from "~/office/settings";
import type { Trx } from "~/schema";
import type { SettledLine } from "~/settlements";
import { beginSpell } from "./begin-spell";
import { rewriteCover } from "./cover-of-person";
import { isTooLate, type LineFacts, paidUntil } from "./line-facts";
import {
  endProvisionalTerm,
  hasTermFromLine,
  insertProvisionalTerm,
  provisionalTermOfLine,
  setProvisionalUntil,
} from "./queries/terms";

/** A first debit is under way: number and spell begin now, cover is provisional until a day. */
export async function provideCover(
  trx: Trx,
  line: SettledLine,
  about: LineFacts,
  until: CivilDate,
  now: Temporal.Instant,
): Promise<void> {
  if (await isProvidedAlready(trx, line, about, until)) return;
  if (isTooLate(about) || paidUntil(about.spell) !== undefined) return;
  const startsOn = line.debitBeganOn ?? civilDateOf(now);
  const { personId } = about;
  const membershipId =
    about.spell?.id ??
    (await beginSpell(trx, { personId, applicationId: line.subjectId, beganOn: startsOn }));
  await addProvisional(trx, line, { about, membershipId, startsOn, until }, now);
}

/** A renewal's debit is under way: provisional from the end of what is paid, which it never extends. */
export async function provideRenewal(
  trx: Trx,
  line: SettledLine,
  about: LineFacts,
  until: CivilDate,
  now: Temporal.Instant,
): Promise<void> {
  if (await isProvidedAlready(trx, line, about, until)) return;
  const { spell } = about;
  if (!spell || isTooLate(about)) return;
  const { graceDays } = await associationSettings(trx);
  const beganOn = line.debitBeganOn ?? civilDateOf(now);
  const coveredUntil = paidUntil(spell);
  const continues = coveredUntil !== undefined && beganOn <= addDays(coveredUntil, graceDays);
  const startsOn = continues ? addDays(coveredUntil, 1) : beganOn;
  if (until < startsOn) return;
  await addProvisional(trx, line, { about, membershipId: spell.id, startsOn, until }, now);
}

/** The debit failed, or its money went back: what it gave ends today. A line that was settled keeps its term. */
export async function withdrawCover(
  trx: Trx,
  line: SettledLine,
  about: LineFacts,
  now: Temporal.Instant,
): Promise<void> {
  const provisional = await provisionalTermOfLine(trx, line.lineId);
  if (!provisional || provisional.endedOn !== null) return;
  await endProvisionalTerm(trx, line.lineId, civilDateOf(now));
  await rewriteCover(trx, about.personId);
  await noted(trx, "membership.provisionalCoverEnded", about, provisional.membershipId, now);
}

/** Told again, a debit moves at most its last day. Once failed, it gives no more cover: only its money does. */
async function isProvidedAlready(
  trx: Trx,
  line: SettledLine,
  { personId }: LineFacts,
  until: CivilDate,
): Promise<boolean> {
  if (await hasTermFromLine(trx, line.lineId)) return true;
  const known = await provisionalTermOfLine(trx, line.lineId);
  if (!known) return false;
  if (known.endedOn === null && known.provisionalUntil !== until) {
    await setProvisionalUntil(trx, line.lineId, until);
    await rewriteCover(trx, personId);
  }
  return true;
}

async function addProvisional(
  trx: Trx,
  line: SettledLine,
  given: { about: LineFacts; membershipId: string; startsOn: CivilDate; until: CivilDate },
  now: Temporal.Instant,
): Promise<void> {
  const { about, membershipId, startsOn, until } = given;
  await insertProvisionalTerm(trx, {
    invoiceLineId: line.lineId,
    membershipId,
    gradeId: about.price.gradeId,
    startsOn,
    provisionalUntil: until,
    endedOn: null,
    createdAt: now.toString(),
  });
  await rewriteCover(trx, about.personId);
  await noted(trx, "membership.provisionalCoverBegan", about, membershipId, now);
}

const noted = (
  trx: Trx,
  act: string,
  { personId }: LineFacts,
  membershipId: string,
  now: Temporal.Instant,
) =>
  record(
    trx,
    { actorId: null, act, subject: { kind: "membership", id: membershipId }, personId },
    now,
  );
