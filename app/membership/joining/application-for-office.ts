import type { Temporal } from "temporal-polyfill";
import { currentEmployment, profileOf } from "~/accounts/queries/profile";
import { filesOfOwner } from "~/files/queries";
import { civilDateOf } from "~/lib/civil-date";
import type { Db } from "~/schema";
import { readAnswers } from "../applications/answers";
import { readApplication } from "../applications/application";
import { EVIDENCE } from "../applications/draft";
import { personStanding } from "../person-standing";
import { otherApplicationsOf } from "../queries/applications";
import { gradeById, priceById } from "../queries/grades";
import { agreementRows, personalRows } from "./answers-in-words";
import { fullPriceInWords } from "./words";

/** Everything that the office needs to decide an application, as it reads it; null where there is none. */
export async function applicationForOffice(db: Db, id: string, now: Temporal.Instant) {
  const application = await readApplication(db, id);
  if (!application) return null;
  const { row, state, decisions, answers, hasBegun } = application;
  const said = readAnswers(row.answers);
  const grade = row.gradeId ? await gradeById(db, row.gradeId) : undefined;
  const price = row.priceId ? await priceById(db, row.priceId) : undefined;
  const person = await personFacts(db, row.personId, now);
  return {
    id,
    personId: row.personId,
    name: person.name,
    state,
    stateSince: row.stateSince ?? "",
    isUndecided: ["submitted", "answered", "moreWanted"].includes(state),
    hasBegun,
    expiresOn: row.expiresOn,
    submittedAt: row.submittedAt,
    note: said.note ?? "",
    groups: { ...personalRows(said), agreements: agreementRows(said) },
    isSaid: Object.keys(said).length > 0,
    gradeName: grade?.name ?? "Not chosen yet",
    evidenceAsked: grade?.evidence ?? null,
    priceWords: price ? fullPriceInWords(price) : "Not chosen yet",
    evidence: await filesOfOwner(db, EVIDENCE, id),
    person,
    events: eventsOf(decisions, answers),
    others: await otherApplicationsOf(db, row.personId, id),
  };
}

async function personFacts(db: Db, personId: string, now: Temporal.Instant) {
  const { givenName, familyName, email } = await profileOf(db, personId);
  const { standing, memberNumber, firstJoinedOn } = await personStanding(
    db,
    personId,
    civilDateOf(now),
  );
  const employment = await currentEmployment(db, personId);
  return {
    name: `${givenName} ${familyName}`.trim() || email,
    email,
    standing,
    memberNumber,
    firstJoinedOn,
    employerName: employment?.employerName ?? null,
  };
}

type Decisions = NonNullable<Awaited<ReturnType<typeof readApplication>>>["decisions"];

export interface ApplicationEvent {
  id: string;
  at: string;
  kind: Decisions[number]["kind"] | "answer";
  /** Who decided; null where the portal did by itself, and for the applicant's own words. */
  by: string | null;
  text: string;
}

/** Decisions and answers as one conversation, oldest first. */
function eventsOf(decisions: Decisions, answers: { id: string; text: string; at: string }[]) {
  const decided = decisions.map(
    ({ id, at, kind, reason, givenName, familyName }): ApplicationEvent => ({
      id,
      at,
      kind,
      by: givenName === null ? null : `${givenName} ${familyName}`,
      text: reason,
    }),
  );
  const answered = answers.map(
    ({ id, at, text }): ApplicationEvent => ({ id, at, kind: "answer", by: null, text }),
  );
  return [...decided, ...answered].sort((a, b) => a.at.localeCompare(b.at));
}
