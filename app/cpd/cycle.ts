import type { Temporal } from "temporal-polyfill";
import { type CivilDate, civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import { ledgerOf } from "~/membership/ledger-of";
import { personStanding } from "~/membership/person-standing";
import { hasCover } from "~/membership/standing";
import type { DateRange } from "~/membership/term-dates";
import type { Db, Trx } from "~/schema";
import { type CpdSpell, cpdSpells, latestCycle } from "./cycle-of-day";
import { cycleStarting, insertCycle } from "./queries/cycles";
import {
  allRequirements,
  type CpdRequirement,
  nationOf,
  requirementById,
} from "./queries/requirements";
import { requirementInForce } from "./requirement-in-force";

/** What decides a member's cycles and what they ask for. */
export interface Circumstances {
  personId: string;
  spells: CpdSpell[];
  gradeId: string | null;
}

export interface CpdCycle extends DateRange {
  /** Null until the first activity is logged in it. */
  id: string | null;
  closedOn: CivilDate | null;
  requirement: CpdRequirement;
}

export async function circumstancesOf(
  db: Db,
  personId: string,
  today: CivilDate,
): Promise<Circumstances> {
  const { standing, cover } = await personStanding(db, personId, today);
  const spells = cpdSpells(await ledgerOf(db, personId), hasCover(standing));
  return { personId, spells, gradeId: cover?.gradeId ?? null };
}

/** The cycle that today lies in or, once membership is over, the last that there was; null for who never was a member. */
export async function currentCycle(
  db: Db,
  personId: string,
  now: Temporal.Instant,
): Promise<CpdCycle | null> {
  const today = civilDateOf(now);
  const circumstances = await circumstancesOf(db, personId, today);
  const dates = latestCycle(circumstances.spells, today);
  return dates && cycleWithDates(db, circumstances, dates);
}

/** A cycle with the requirement that it was begun with or, before that, would be; null while the association has none. */
export async function cycleWithDates(
  db: Db,
  { personId, gradeId }: Circumstances,
  dates: DateRange,
): Promise<CpdCycle | null> {
  const begun = await cycleStarting(db, personId, dates.startsOn);
  const requirement = begun
    ? await requirementById(db, begun.requirementId)
    : requirementInForce(
        await allRequirements(db),
        { gradeId, nation: await nationOf(db, personId) },
        dates.startsOn,
      );
  if (!requirement) return null;
  return { ...dates, id: begun?.id ?? null, closedOn: begun?.closedOn ?? null, requirement };
}

/** Begins a cycle, so that it keeps its requirement whatever the association changes later. */
export async function beginCycle(trx: Trx, personId: string, cycle: CpdCycle): Promise<void> {
  if (cycle.id) return;
  await insertCycle(trx, {
    id: newId(),
    personId,
    startsOn: cycle.startsOn,
    endsOn: cycle.endsOn,
    requirementId: cycle.requirement.id,
    closedOn: null,
    closeKind: null,
  });
}
