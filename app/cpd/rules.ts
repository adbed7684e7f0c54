import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { type CivilDate, civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import type { Db } from "~/schema";
import { allCategories } from "./queries/categories";
import {
  allRequirements,
  type CpdRequirement,
  insertRequirement,
  requirementById,
  setRequirementConfirmed,
} from "./queries/requirements";
import { requirementInForce } from "./requirement-in-force";

/** The rules as the office sees them: the requirement of a cycle that starts today, every version, and the categories. */
export async function cpdRules(db: Db, now: Temporal.Instant) {
  const requirements = await allRequirements(db);
  return {
    inForce: forEverybody(requirements, civilDateOf(now)),
    requirements,
    categories: await allCategories(db),
  };
}

const forEverybody = (requirements: CpdRequirement[], date: CivilDate) =>
  requirementInForce(requirements, { gradeId: null, nation: null }, date) ?? null;

export interface NewRequirement {
  pointsHundredths: number;
  formalMinutes: number;
  pointsPerHourHundredths: number;
  stepHundredths: number;
  note: string;
  isConfirmed: boolean;
  fromOn: CivilDate;
}

const COMPARED = [
  "pointsHundredths",
  "formalMinutes",
  "pointsPerHourHundredths",
  "stepHundredths",
  "note",
] as const;

/**
 * Adds a version of the requirement for everybody. It holds for cycles that start on `fromOn` or later; whoever has begun a cycle
 * keeps what it was begun with, so a day in the past is refused. Of two versions from one day the later written counts.
 */
export function changeRequirement(
  db: Db,
  by: string,
  { isConfirmed, ...change }: NewRequirement,
  now: Temporal.Instant,
): Promise<Result<{ id: string }, { reason: "inPast" }>> {
  return db.transaction().execute(async (trx) => {
    if (change.fromOn < civilDateOf(now)) return err({ reason: "inPast" });
    const versions = await allRequirements(trx);
    const before = forEverybody(versions, change.fromOn);
    const id = newId();
    const version = 1 + Math.max(0, ...versions.map((row) => row.version));
    const scope = { gradeId: null, nation: null, version };
    await insertRequirement(trx, { id, ...scope, ...change, isConfirmed: isConfirmed ? 1 : 0 });
    const changes = Object.fromEntries(
      COMPARED.filter((name) => before?.[name] !== change[name]).map((name) => [
        name,
        { before: before ? String(before[name]) : null, after: String(change[name]) },
      ]),
    );
    const subject = { kind: "cpdRequirement", id };
    await record(trx, { actorId: by, act: "cpd.requirementChanged", subject, changes }, now);
    return ok({ id });
  });
}

/** Says that the numbers of a version are the association's own; they stay what they are. */
export function confirmRequirement(
  db: Db,
  by: string,
  id: string,
  now: Temporal.Instant,
): Promise<Result<null, { reason: "notFound" }>> {
  return db.transaction().execute(async (trx) => {
    const requirement = await requirementById(trx, id);
    if (!requirement) return err({ reason: "notFound" });
    if (requirement.isConfirmed === 1) return ok(null);
    await setRequirementConfirmed(trx, id);
    const subject = { kind: "cpdRequirement", id };
    await record(trx, { actorId: by, act: "cpd.requirementConfirmed", subject }, now);
    return ok(null);
  });
}
