import type { Temporal } from "temporal-polyfill";
import { PAGE_ROWS, type Page, pageOf } from "~/db/page";
import { type CivilDate, civilDateOf } from "~/lib/civil-date";
import { associationSettings } from "~/office/settings";
import type { Db } from "~/schema";
import { memberNumber } from "./member-number";
import type { PeopleFilter } from "./people-filter";
import { type ListKey, type PersonRow, peopleFound } from "./queries/people-list";
import type { Standing } from "./standing";
import { standingToOffice } from "./standing-words";

export interface ListedPerson {
  personId: string;
  name: string;
  email: string;
  number: string | null;
  standing: Standing;
  standingWords: string;
  gradeName: string | null;
  employerName: string | null;
  jobTitle: string | null;
  nation: string | null;
  region: string | null;
  firstJoinedOn: CivilDate | null;
  coveredUntil: CivilDate | null;
}

/** One page of the office's list of people. Search words that begin no name are looked for inside names. */
export async function listPeople(
  db: Db,
  filter: PeopleFilter,
  after: string | undefined,
  now: Temporal.Instant,
  most = PAGE_ROWS,
): Promise<Page<ListedPerson>> {
  const { numberPrefix } = await associationSettings(db);
  const asked = { ...filter, today: civilDateOf(now) };
  const key = keyFrom(after);
  let rows = await peopleFound(db, asked, key, most);
  if (rows.length === 0 && filter.q.length > 2)
    rows = await peopleFound(db, { ...asked, isWide: true }, key, most);
  const page = pageOf(rows, (row) => keyOf(row, filter), most);
  return { ...page, rows: page.rows.map((row) => listed(row, numberPrefix)) };
}

function listed(row: PersonRow, prefix: string): ListedPerson {
  const standing: Standing =
    row.heldStanding === "none" && row.hasOpenApplication ? "applicant" : row.heldStanding;
  const { email, gradeName, employerName, jobTitle, nation, region } = row;
  return {
    personId: row.id,
    name: `${row.givenName} ${row.familyName}`.trim(),
    number: row.number === null ? null : memberNumber(row.number, prefix),
    standing,
    standingWords: standingToOffice(standing, row),
    firstJoinedOn: row.firstJoinedOn,
    coveredUntil: row.coveredUntil,
    ...{ email, gradeName, employerName, jobTitle, nation, region },
  };
}

function keyOf(row: PersonRow, { sort }: PeopleFilter): string {
  const value = { name: row.nameKey, number: row.number, until: row.coveredUntil }[sort];
  return `${value}~${row.id}`;
}

function keyFrom(after: string | undefined): ListKey | undefined {
  const cut = after?.lastIndexOf("~") ?? -1;
  if (!after || cut < 0) return undefined;
  return { value: after.slice(0, cut), personId: after.slice(cut + 1) };
}
