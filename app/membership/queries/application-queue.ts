import { sql } from "kysely";
import { PAGE_ROWS, type Page, pageOf } from "~/db/page";
import type { Db } from "~/schema";
import type { ApplicationState } from "../tables";

export interface QueueFilter {
  states: readonly ApplicationState[];
  /** A part of a name, an address or an employer's name; everything where empty. */
  search: string;
  /** Oldest first for what waits, newest first for what is past. */
  order: "asc" | "desc";
  /** The key of the last row of the page before. */
  after: string | undefined;
}

export type QueueRow = Awaited<ReturnType<typeof rowsOf>>[number];

/** One page of the office's list of applications. */
export async function applicationQueue(db: Db, filter: QueueFilter): Promise<Page<QueueRow>> {
  return pageOf(await rowsOf(db, filter), ({ stateSince, id }) => `${stateSince}~${id}`);
}

const rowsOf = (db: Db, filter: QueueFilter) =>
  queue(db, filter)
    .select(["applications.id", "applications.state", "applications.stateSince"])
    .select(["people.givenName", "people.familyName", "people.email", "people.nation"])
    .select("grades.name as gradeName")
    .orderBy("applications.stateSince", filter.order)
    .orderBy("applications.id", filter.order)
    .limit(PAGE_ROWS + 1)
    .execute();

function queue(db: Db, { states, search, order, after }: QueueFilter) {
  const [since = "", id = ""] = after?.split("~") ?? [];
  const compared = order === "asc" ? ">" : "<";
  return db
    .selectFrom("applications")
    .innerJoin("people", "people.id", "applications.personId")
    .leftJoin("grades", "grades.id", "applications.gradeId")
    .where("applications.state", "in", states)
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("applications.stateSince", "applications.id"), compared, tuple(since, id)),
      ),
    )
    .$if(search !== "", (query) => query.where(matches(search)));
}

/** Only the texts that stand on the person: a draft's own are not searched. */
function matches(search: string) {
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const name = sql`${sql.ref("people.givenName")} || ' ' || ${sql.ref("people.familyName")}`;
  return sql<boolean>`(lower(${name}) like ${pattern} escape '\\'
    or lower(${sql.ref("people.email")}) like ${pattern} escape '\\'
    or exists (select 1 from employments where employments.person_id = ${sql.ref("people.id")}
      and lower(employments.employer_name) like ${pattern} escape '\\'))`;
}
