import type { Temporal } from "temporal-polyfill";
import { renewsByItself } from "~/billing/queries/mirror";
import { type CivilDate, civilDateOf } from "~/lib/civil-date";
import { associationSettings } from "~/office/settings";
import type { Db } from "~/schema";
import { memberNumber } from "./member-number";
import { personStanding } from "./person-standing";
import { gradeById } from "./queries/grades";
import type { Standing } from "./standing";
import { standingToMember } from "./standing-words";
import { type Gap, type HeldTerm, termHistory } from "./term-history";

export interface OwnMembership {
  standing: Standing;
  /** A sentence without its full stop. */
  words: string;
  number: string | null;
  gradeName: string | null;
  memberSince: CivilDate | null;
  lines: (HeldTerm | Gap)[];
  /** In grace only because the payment for the next term is taken later that day. */
  isRenewing: boolean;
  contactEmail: string;
}

/** What a person reads about their own membership. */
export async function ownMembership(
  db: Db,
  personId: string,
  now: Temporal.Instant,
): Promise<OwnMembership> {
  const held = await personStanding(db, personId, civilDateOf(now));
  const { numberPrefix, contactEmail } = await associationSettings(db);
  const gradeId = held.cover?.gradeId;
  const grade = gradeId ? await gradeById(db, gradeId) : undefined;
  return {
    standing: held.standing,
    words: standingToMember(held.standing, held.cover),
    number: held.memberNumber === null ? null : memberNumber(held.memberNumber, numberPrefix),
    gradeName: grade?.name ?? null,
    memberSince: held.firstJoinedOn,
    lines: await termHistory(db, personId),
    isRenewing: held.standing === "inGrace" && (await renewsByItself(db, personId)),
    contactEmail,
  };
}
