import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import type { Db, Trx } from "~/schema";
import {
  allCategories,
  type CpdCategory,
  categoryById,
  insertCategory,
  setCategoryPosition,
  updateCategory,
} from "./queries/categories";

export interface CategoryDraft {
  name: string;
  hint: string;
  isFormalByDefault: boolean;
  /** Its place in the list, from 1; past the end is the end. */
  position: number;
}

type Refusal = { reason: "notFound" } | { reason: "nameTaken" };

/** Adds a category, or changes the one with this id. Activities that were logged in it keep what they counted. */
export function saveCategory(
  db: Db,
  by: string,
  { id, ...draft }: CategoryDraft & { id: string | null },
  now: Temporal.Instant,
): Promise<Result<{ id: string }, Refusal>> {
  return db.transaction().execute(async (trx): Promise<Result<{ id: string }, Refusal>> => {
    const all = await allCategories(trx);
    const before = all.find((category) => category.id === id);
    if (id && !before) return err({ reason: "notFound" });
    const isTaken = all.some(
      (other) => other.id !== id && other.name.toLowerCase() === draft.name.toLowerCase(),
    );
    if (isTaken) return err({ reason: "nameTaken" });
    const saved = before?.id ?? newId();
    const row = { ...draft, isFormalByDefault: draft.isFormalByDefault ? 1 : 0 };
    if (before) await updateCategory(trx, saved, row);
    else await insertCategory(trx, { ...row, id: saved, retiredOn: null });
    await renumber(trx, all, saved, draft.position);
    const subject = { kind: "cpdCategory", id: saved };
    await record(
      trx,
      { actorId: by, act: "cpd.categorySaved", subject, changes: changesOf(before, row) },
      now,
    );
    return ok({ id: saved });
  });
}

/** Puts one category at its place and the others, in their order, around it. */
async function renumber(trx: Trx, all: CpdCategory[], id: string, position: number) {
  const others = all.filter((category) => category.id !== id).map((category) => category.id);
  const order = others.toSpliced(position - 1, 0, id);
  for (const [index, each] of order.entries()) await setCategoryPosition(trx, each, index + 1);
}

const NAMES = ["name", "hint", "isFormalByDefault", "position"] as const;

const changesOf = (before: CpdCategory | undefined, after: Omit<CpdCategory, "id" | "retiredOn">) =>
  Object.fromEntries(
    NAMES.filter((name) => before?.[name] !== after[name]).map((name) => [
      name,
      { before: before ? String(before[name]) : null, after: String(after[name]) },
    ]),
  );

/** Takes a category out of the form for new activities, or puts it back. */
export function retireCategory(
  db: Db,
  by: string,
  { id, isRetired }: { id: string; isRetired: boolean },
  now: Temporal.Instant,
): Promise<Result<null, { reason: "notFound" }>> {
  return db.transaction().execute(async (trx) => {
    const category = await categoryById(trx, id);
    if (!category) return err({ reason: "notFound" });
    if ((category.retiredOn !== null) === isRetired) return ok(null);
    await updateCategory(trx, id, { retiredOn: isRetired ? civilDateOf(now) : null });
    const act = isRetired ? "cpd.categoryRetired" : "cpd.categoryBroughtBack";
    await record(trx, { actorId: by, act, subject: { kind: "cpdCategory", id } }, now);
    return ok(null);
  });
}
