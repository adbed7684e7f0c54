import { type SelectQueryBuilder, sql } from "kysely";
import type { CivilDate } from "~/lib/civil-date";
import type { Db } from "~/schema";
import type { PeopleFilter } from "../people-filter";
import type { Standing } from "../standing";
import { hasOpenApplication } from "./open-application";
import { peopleLike, peopleWithWord } from "./people-search";
import { standingCase } from "./standing-case";

/** Where a list goes on: the value that it is sorted by, and the person. */
export interface ListKey {
  value: string;
  personId: string;
}

export interface ListQuestion extends PeopleFilter {
  today: CivilDate;
  /** Also looks inside names, for when their beginnings found nobody. */
  isWide?: boolean;
}

/** People as the office lists them, one row more than `most` where there are more. Two people never change places between pages. */
export const peopleFound = (...given: Parameters<typeof peopleQuery>) =>
  peopleQuery(...given).execute();

/** The question itself, so that a test can ask how it would be answered. */
export function peopleQuery(db: Db, asked: ListQuestion, after: ListKey | undefined, most: number) {
  let query = filtered(base(db), asked)
    .select(shown)
    .select(standingCase(asked.today).as("heldStanding"))
    .select((eb) => [
      hasOpenApplication(eb).as("hasOpenApplication"),
      eb
        .selectFrom("employments")
        .select("employerName")
        .whereRef("employments.personId", "=", "people.id")
        .where("employments.toOn", "is", null)
        .orderBy("employments.fromOn", "desc")
        .limit(1)
        .as("employerName"),
    ]);
  const [column, id] = SORTED_BY[asked.sort];
  const direction = asked.direction === "up" ? "asc" : "desc";
  if (asked.sort === "number") query = query.where("members.number", ">", 0);
  if (asked.sort === "until") query = query.where("cover.coveredUntil", ">", "");
  if (after)
    query = query.where(({ eb, refTuple, tuple, val }) =>
      eb(
        refTuple(column, id),
        asked.direction === "up" ? ">" : "<",
        tuple(
          asked.sort === "number" ? val(Number(after.value)) : val(after.value),
          val(after.personId),
        ),
      ),
    );
  return query
    .orderBy(column, direction)
    .orderBy(id, direction)
    .limit(most + 1);
}

export type PersonRow = Awaited<ReturnType<typeof peopleFound>>[number];

const SORTED_BY = {
  name: ["people.nameKey", "people.id"],
  number: ["members.number", "members.personId"],
  until: ["cover.coveredUntil", "cover.personId"],
} as const;

const shown = [
  "people.id",
  "people.givenName",
  "people.familyName",
  "people.nameKey",
  "people.email",
  "people.nation",
  "people.region",
  "people.jobTitle",
  "members.number",
  "members.firstJoinedOn",
  "cover.coveredUntil",
  "cover.provisionalUntil",
  "cover.graceUntil",
  "cover.suspendedUntil",
  "cover.endedOn",
  "grades.name as gradeName",
] as const;

const base = (db: Db) =>
  db
    .selectFrom("people")
    .leftJoin("members", "members.personId", "people.id")
    .leftJoin("cover", "cover.personId", "people.id")
    .leftJoin("grades", "grades.id", "cover.gradeId")
    .where("people.erasedAt", "is", null)
    .where("people.mergedInto", "is", null);

type Listed =
  ReturnType<typeof base> extends SelectQueryBuilder<infer D, infer T, unknown>
    ? SelectQueryBuilder<D, T, Record<never, never>>
    : never;

function filtered(query: Listed, asked: ListQuestion): Listed {
  let found = query;
  if (asked.q)
    found = found.where("people.id", "in", (eb) =>
      asked.isWide ? peopleWithWord(eb, asked.q) : peopleLike(eb, asked.q),
    );
  if (asked.gradeId) found = found.where("cover.gradeId", "=", asked.gradeId);
  if (asked.nation) found = found.where("people.nation", "=", asked.nation);
  return asked.standing ? withStanding(found, asked.standing, asked.today) : found;
}

/** The standing itself, and beside it what an index can find the few people by. */
function withStanding(query: Listed, standing: Standing, today: CivilDate): Listed {
  const isHeld = sql<boolean>`${standingCase(today)} = ${standing}`;
  switch (standing) {
    case "applicant":
      return withoutCover(query, today).where(hasOpenApplication);
    case "none":
      return withoutCover(query, today).where((eb) => eb.not(hasOpenApplication(eb)));
    case "deceased":
      return query.where("people.diedOn", "<=", today).where(isHeld);
    case "suspended":
      return query.where("cover.suspendedFrom", "<=", today).where(isHeld);
    case "removed":
      return query.where("cover.endedKind", "=", "remove").where(isHeld);
    case "resigned":
      return query.where("cover.endedKind", "=", "resign").where(isHeld);
    case "provisional":
      return query.where("cover.provisionalUntil", ">=", today).where(isHeld);
    case "inGrace":
      return query
        .where("cover.graceUntil", ">=", today)
        .where("cover.coveredUntil", "<=", today)
        .where(isHeld);
    case "lapsed":
      return query.where("cover.graceUntil", "<", today).where(isHeld);
    case "current":
      return query.where(isHeld);
  }
}

const withoutCover = (query: Listed, today: CivilDate): Listed =>
  query
    .where((eb) =>
      eb.or([eb("cover.coveredUntil", "is", null), eb("cover.coveredFrom", ">", today)]),
    )
    .where(sql<boolean>`${standingCase(today)} = 'none'`);
