import type { Temporal } from "temporal-polyfill";
import { accountOf } from "~/accounts/queries/people";
import type { Actor } from "~/actor";
import { renewsByItself } from "~/billing/queries/mirror";
import { type CpdOverview, cpdOverview } from "~/cpd/overview";
import { civilDateOf } from "~/lib/civil-date";
import { newestApplication } from "~/membership/applications/application";
import { type ApplicationState, isOpen } from "~/membership/applications/rules";
import { memberNumberInWords } from "~/membership/member-number";
import { type PersonStanding, personStanding } from "~/membership/person-standing";
import { gradeById } from "~/membership/queries/grades";
import { hasCover, type Standing } from "~/membership/standing";
import { standingToMember } from "~/membership/standing-words";
import type { Db } from "~/schema";
import type { Todo } from "~/ui/todo";
import { greeting } from "./greeting";
import { headline } from "./headline";
import { todos } from "./todos";

export interface FirstScreenFacts {
  greeting: string;
  headline: string;
  membership: MembershipFacts | null;
  /** Of an application that is still going somewhere. */
  application: ApplicationState | null;
  cpd: CpdOverview | null;
  mayLog: boolean;
  isStaff: boolean;
  todos: Todo[];
}

export interface MembershipFacts {
  standing: Standing;
  number: string;
  name: string;
  grade: string | null;
  /** A sentence without its full stop. */
  words: string;
}

/** What a person sees first: how things stand, their membership and CPD, and what waits for them. */
export async function firstScreenFacts(
  db: Db,
  actor: Actor,
  now: Temporal.Instant,
): Promise<FirstScreenFacts> {
  const today = civilDateOf(now);
  const held = await personStanding(db, actor.personId, today);
  const circumstances = {
    standing: held.standing,
    cover: held.cover,
    application: await openApplication(db, actor.personId),
    cpd: held.memberNumber === null ? null : await cpdOverview(db, actor.personId, now),
    isRenewing: held.standing === "inGrace" && (await renewsByItself(db, actor.personId)),
    today,
  };
  const account = await accountOf(db, actor.personId);
  const isStaff = actor.roles.size > 0;
  return {
    greeting: greeting(actor.givenName, now),
    headline: isStaff && held.standing === "none" ? "Welcome back" : headline(circumstances),
    membership: await membershipFacts(db, actor, held),
    application: circumstances.application,
    cpd: circumstances.cpd,
    mayLog: hasCover(held.standing),
    isStaff,
    todos: todos({ ...circumstances, isStaff, hasBackupEmail: Boolean(account?.backupEmail) }),
  };
}

async function openApplication(db: Db, personId: string): Promise<ApplicationState | null> {
  const application = await newestApplication(db, personId);
  if (!application || application.isDebitUnderWay) return null;
  return isOpen(application.state, application.hasBegun) ? application.state : null;
}

async function membershipFacts(
  db: Db,
  { givenName, familyName }: Actor,
  { standing, memberNumber, cover }: PersonStanding,
): Promise<MembershipFacts | null> {
  if (memberNumber === null) return null;
  const grade = cover?.gradeId ? await gradeById(db, cover.gradeId) : undefined;
  return {
    standing,
    number: await memberNumberInWords(db, memberNumber),
    name: `${givenName} ${familyName}`,
    grade: grade?.name ?? null,
    words: standingToMember(standing, cover),
  };
}
