import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { enqueue } from "~/jobs/enqueue";
import { civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import type { Db, Trx } from "~/schema";
import { allGrades, gradeById, insertGrade, updateGrade } from "./queries/grades";
import type { GradesTable } from "./tables";

export interface GradeDraft {
  /** Null for a new one. */
  id: string | null;
  name: string;
  summary: string;
  review: GradesTable["review"];
  /** What an applicant is asked to upload; null where nothing is. */
  evidence: string | null;
  position: number;
}

export type NotSaved = { reason: "nameTaken" | "notFound" };

/** Adds or changes a grade. Members who hold it keep it, whatever it is called afterwards. */
export function saveGrade(
  db: Db,
  by: string,
  draft: GradeDraft,
  now: Temporal.Instant,
): Promise<Result<{ id: string }, NotSaved>> {
  return db.transaction().execute(async (trx) => {
    const grades = await allGrades(trx);
    const before = grades.find(({ id }) => id === draft.id);
    if (draft.id !== null && !before) return err({ reason: "notFound" });
    const isTaken = grades.some(({ id, name }) => id !== draft.id && isSame(name, draft.name));
    if (isTaken) return err({ reason: "nameTaken" });
    const { id: _id, ...fields } = draft;
    const id = draft.id ?? newId();
    if (before) await updateGrade(trx, id, fields);
    else await insertGrade(trx, { id, ...fields, retiredOn: null });
    await recordChange(trx, { id, by, before, after: fields }, now);
    await enqueue(trx, "membership.syncPrices", null, now, { uniqueKey: "membership.syncPrices" });
    return ok({ id });
  });
}

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

type Fields = Omit<GradeDraft, "id">;

async function recordChange(
  trx: Trx,
  { id, by, before, after }: { id: string; by: string; before?: Fields; after: Fields },
  now: Temporal.Instant,
): Promise<void> {
  const changed = (Object.keys(after) as (keyof Fields)[]).filter(
    (field) => before?.[field] !== after[field],
  );
  if (changed.length === 0) return;
  const changes = Object.fromEntries(
    changed.map((field) => [field, { before: text(before?.[field]), after: text(after[field]) }]),
  );
  const act = before ? "membership.gradeChanged" : "membership.gradeAdded";
  await record(trx, { actorId: by, act, subject: { kind: "grade", id }, changes }, now);
}

const text = (value: string | number | null | undefined) => (value == null ? null : String(value));

/** Takes a grade off the list of those that can be joined, or puts it back. Who holds it keeps it. */
export function retireGrade(
  db: Db,
  by: string,
  { id, isRetired }: { id: string; isRetired: boolean },
  now: Temporal.Instant,
): Promise<Result<null, { reason: "notFound" }>> {
  return db.transaction().execute(async (trx) => {
    const grade = await gradeById(trx, id);
    if (!grade) return err({ reason: "notFound" });
    if ((grade.retiredOn !== null) === isRetired) return ok(null);
    await updateGrade(trx, id, { retiredOn: isRetired ? civilDateOf(now) : null });
    const act = isRetired ? "membership.gradeRetired" : "membership.gradeBroughtBack";
    await record(trx, { actorId: by, act, subject: { kind: "grade", id } }, now);
    return ok(null);
  });
}
