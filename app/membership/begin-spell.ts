import { nextNumber } from "~/db/series";
import type { CivilDate } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import type { Trx } from "~/schema";
import { insertMember, memberOf, setFirstJoined } from "./queries/members";
import { insertMembership, setBeginning } from "./queries/terms";

interface NewSpell {
  personId: string;
  applicationId: string | null;
  beganOn: CivilDate;
}

/** Begins a membership; whoever never had one gets the number that is theirs for ever. */
export async function beginSpell(trx: Trx, spell: NewSpell): Promise<string> {
  const { personId, beganOn } = spell;
  const member = await memberOf(trx, personId);
  if (!member) await insertMember(trx, personId, await nextNumber(trx, "member"), beganOn);
  else if (beganOn < member.firstJoinedOn) await setFirstJoined(trx, personId, beganOn);
  const id = newId();
  await insertMembership(trx, { id, ...spell, yearStarts: beganOn.slice(5) });
  return id;
}

/** A spell whose first debit failed begins with the day that was paid for, not with the one that was hoped for. */
export async function moveBeginning(
  trx: Trx,
  given: { personId: string; membershipId: string; beganOn: CivilDate; isFirstSpell: boolean },
): Promise<void> {
  await setBeginning(trx, given.membershipId, given.beganOn);
  if (given.isFirstSpell) await setFirstJoined(trx, given.personId, given.beganOn);
}
