import type { Insertable } from "kysely";
import { keyOfPlace, type Place } from "~/db/keyset";
import { PAGE_ROWS, pageOf } from "~/db/page";
import type { Db, Trx } from "~/schema";
import type { HistoryTable, HistoryValuesTable } from "./tables";

export async function insertHistory(
  trx: Trx,
  entry: Insertable<HistoryTable>,
  values: Insertable<HistoryValuesTable>[],
): Promise<void> {
  await trx.insertInto("history").values(entry).execute();
  if (values.length > 0) await trx.insertInto("historyValues").values(values).execute();
}

/** What to look for; each part narrows. Instants, ids, and an act or its beginning (`membership.`). */
export interface HistoryQuestion {
  act?: string;
  personIds?: string[];
  actorIds?: string[];
  subject?: { kind: string; id: string };
  from?: string;
  before?: string;
}

/** History, newest first, with the names of whoever did it and whom it concerns. */
export async function historyFound(
  db: Db,
  question: HistoryQuestion,
  after?: Place,
  most = PAGE_ROWS,
) {
  const { act, personIds, actorIds, subject, from, before } = question;
  let query = named(db);
  if (act?.endsWith(".")) query = query.where("act", ">=", act).where("act", "<", `${act}\uffff`);
  else if (act) query = query.where("act", "=", act);
  if (personIds) query = query.where("history.personId", "in", personIds);
  if (actorIds) query = query.where("actorId", "in", actorIds);
  if (subject)
    query = query.where("subjectKind", "=", subject.kind).where("subjectId", "=", subject.id);
  if (from) query = query.where("at", ">=", from);
  if (before) query = query.where("at", "<", before);
  if (after)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("at", "history.id"), "<", tuple(after.at, after.id)),
    );
  const rows = await query.limit(most + 1).execute();
  const { rows: shown, next } = pageOf(rows, keyOfPlace, most);
  return { rows: await withChanges(db, shown), next };
}

/** Everything that was done to a person or by the portal about them, newest first. */
export async function historyOf(db: Db, personId: string, most = PAGE_ROWS) {
  return (await historyFound(db, { personIds: [personId] }, undefined, most)).rows;
}

export type HistoryRow = Awaited<ReturnType<typeof historyFound>>["rows"][number];

const named = (db: Db) =>
  db
    .selectFrom("history")
    .leftJoin("people as actor", "actor.id", "history.actorId")
    .leftJoin("people as person", "person.id", "history.personId")
    .select(["history.id", "history.at", "history.act", "history.reason", "history.fields"])
    .select(["history.subjectKind", "history.subjectId", "history.actorId", "history.personId"])
    .select(["actor.givenName as actorGivenName", "actor.familyName as actorFamilyName"])
    .select(["person.givenName as personGivenName", "person.familyName as personFamilyName"])
    .orderBy("history.at", "desc")
    .orderBy("history.id", "desc");

/** Adds what changed; erasure leaves the names of the fields and takes the values. */
async function withChanges<Row extends { id: string; fields: string }>(db: Db, rows: Row[]) {
  const ids = rows.map(({ id }) => id);
  const values = await db
    .selectFrom("historyValues")
    .selectAll()
    .where("historyId", "in", ids)
    .execute();
  return rows.map(({ fields, ...row }) => ({
    ...row,
    changes: (JSON.parse(fields) as string[]).map((field) => {
      const value = values.find((one) => one.historyId === row.id && one.field === field);
      return { field, before: value?.beforeValue ?? null, after: value?.afterValue ?? null };
    }),
  }));
}

/** The people whose e-mail address starts like this; a few are enough to search by. */
export async function peopleByAddress(db: Db, address: string, most = 20): Promise<string[]> {
  const start = address.trim().toLowerCase();
  const rows = await db
    .selectFrom("people")
    .select("id")
    .where("emailKey", ">=", start)
    .where("emailKey", "<", `${start}\uffff`)
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}
