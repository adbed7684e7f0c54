import type { Temporal } from "temporal-polyfill";
import { may, type Permission } from "~/accounts/policy";
import { currentEmployment } from "~/accounts/queries/profile";
import { rolesOfPerson, signInFacts } from "~/accounts/queries/sign-in-facts";
import type { Actor } from "~/actor";
import { paymentsOfPerson } from "~/billing/outcome";
import { cpdOverview } from "~/cpd/overview";
import { historyOf } from "~/history/queries";
import { civilDateOf } from "~/lib/civil-date";
import { memberNumber } from "~/membership/member-number";
import { personStanding } from "~/membership/person-standing";
import { gradeById } from "~/membership/queries/grades";
import { applicationsOfPerson, personForOffice } from "~/membership/queries/person";
import { standingToOffice } from "~/membership/standing-words";
import { termHistory } from "~/membership/term-history";
import type { Db } from "~/schema";
import { associationSettings } from "./settings";

export type PersonPage = NonNullable<Awaited<ReturnType<typeof personPage>>>;

const HISTORY_ROWS = 20;

/** Everything that this member of staff may see of a person; undefined where there is nobody. */
export async function personPage(db: Db, actor: Actor, personId: string, now: Temporal.Instant) {
  const person = await personForOffice(db, personId);
  if (!person) return undefined;
  const asked = (permission: Permission) => may(actor.roles, permission);
  return {
    person,
    name: `${person.givenName} ${person.familyName}`.trim() || person.email,
    employment: (await currentEmployment(db, personId)) ?? null,
    membership: await membershipOf(db, personId, now),
    lines: await termHistory(db, personId),
    roles: await rolesOfPerson(db, personId),
    signIn: await signInFacts(db, personId),
    payments: asked("readMoney") ? await paymentsOfPerson(db, personId) : null,
    applications: asked("readApplications") ? await applicationsOfPerson(db, personId) : null,
    cpd: asked("readCpd") ? await cpdOverview(db, personId, now) : null,
    history: asked("readHistory") ? await historyOf(db, personId, HISTORY_ROWS) : null,
    may: {
      edit: asked("editPeople"),
      grant: asked("grantCover"),
      move: asked("moveAccounts"),
    },
  };
}

async function membershipOf(db: Db, personId: string, now: Temporal.Instant) {
  const held = await personStanding(db, personId, civilDateOf(now));
  const { numberPrefix } = await associationSettings(db);
  const grade = held.cover?.gradeId ? await gradeById(db, held.cover.gradeId) : undefined;
  return {
    standing: held.standing,
    words: standingToOffice(held.standing, held.cover),
    number: held.memberNumber === null ? null : memberNumber(held.memberNumber, numberPrefix),
    gradeName: grade?.name ?? null,
    firstJoinedOn: held.firstJoinedOn,
    isSuspended: held.standing === "suspended",
  };
}
