import { stringify } from "csv-stringify/sync";
import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import type { Db } from "~/schema";
import type { PeopleFilter } from "./people-filter";
import { type ListedPerson, listPeople } from "./people-list";
import { STANDING_WORDS } from "./standing-words";

const AT_ONCE = 500;

const COLUMNS: [heading: string, value: (person: ListedPerson) => string | null][] = [
  ["Number", ({ number }) => number],
  ["Name", ({ name }) => name],
  ["Email", ({ email }) => email],
  ["Standing", ({ standing }) => STANDING_WORDS[standing]],
  ["Grade", ({ gradeName }) => gradeName],
  ["Covered until", ({ coveredUntil }) => coveredUntil],
  ["First joined", ({ firstJoinedOn }) => firstJoinedOn],
  ["Job title", ({ jobTitle }) => jobTitle],
  ["Employer", ({ employerName }) => employerName],
  ["Nation", ({ nation }) => nation],
  ["Region", ({ region }) => region],
];

/** Leaves in history that somebody took the list, and by what it was narrowed; never the words that were searched for. */
export async function recordExport(
  db: Db,
  by: string,
  filter: PeopleFilter,
  now: Temporal.Instant,
): Promise<void> {
  const { standing, gradeId, nation, q } = filter;
  const narrowed = { standing, gradeId, nation, search: q ? "used" : undefined };
  const changes = Object.fromEntries(
    Object.entries(narrowed)
      .filter(([, value]) => value)
      .map(([name, value]) => [name, { after: value }]),
  );
  const subject = { kind: "list", id: "people" };
  await db
    .transaction()
    .execute((trx) =>
      record(trx, { actorId: by, act: "membership.listExported", subject, changes }, now),
    );
}

/** The filtered list as CSV for a spreadsheet, some people at a time. A cell that would run as a formula is made plain. */
export async function* peopleAsCsv(
  db: Db,
  filter: PeopleFilter,
  now: Temporal.Instant,
): AsyncGenerator<string> {
  yield csv([COLUMNS.map(([heading]) => heading)], true);
  let after: string | undefined;
  do {
    const page = await listPeople(db, filter, after, now, AT_ONCE);
    yield csv(page.rows.map((person) => COLUMNS.map(([, value]) => value(person) ?? "")));
    after = page.next;
  } while (after);
}

const csv = (rows: string[][], bom = false) => stringify(rows, { bom, escape_formulas: true });
