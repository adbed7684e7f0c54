import type { Temporal } from "temporal-polyfill";
import { type CivilDate, civilDateOf, daysBetween } from "~/lib/civil-date";
import type { Db } from "~/schema";
import { type CpdCycle, currentCycle } from "./cycle";
import { sumsBetween } from "./queries/activities";
import { type Progress, progress, type Target, target } from "./target";

export interface Amounts {
  pointsHundredths: number;
  formalMinutes: number;
}

export interface CpdOverview {
  cycle: { startsOn: CivilDate; endsOn: CivilDate; closedOn: CivilDate | null };
  target: Target & {
    note: string;
    isConfirmed: boolean;
    pointsPerHourHundredths: number;
    stepHundredths: number;
  };
  soFar: Amounts & { activities: number };
  missing: Amounts;
  isMet: boolean;
  /** Whole weeks that are left of the cycle, at least 1 until its last day; 0 once it is over. */
  weeksLeft: number;
}

/** A member's current cycle, its target explained, and how far they are; null for who never was a member. */
export async function cpdOverview(
  db: Db,
  personId: string,
  now: Temporal.Instant,
): Promise<CpdOverview | null> {
  const cycle = await currentCycle(db, personId, now);
  if (!cycle) return null;
  const sums = await sumsBetween(db, personId, cycle.startsOn, cycle.endsOn);
  const aim = target(cycle.requirement);
  const reached = progress(aim, sums);
  return {
    cycle: { startsOn: cycle.startsOn, endsOn: cycle.endsOn, closedOn: cycle.closedOn },
    target: { ...aim, ...wordsOf(cycle) },
    soFar: {
      pointsHundredths: reached.pointsHundredths,
      formalMinutes: reached.formalMinutes,
      activities: sums.reduce((total, { count }) => total + count, 0),
    },
    missing: missingOf(reached),
    isMet: reached.isMet,
    weeksLeft: weeksUntil(cycle.endsOn, civilDateOf(now)),
  };
}

const wordsOf = ({ requirement }: CpdCycle) => ({
  note: requirement.note,
  isConfirmed: requirement.isConfirmed === 1,
  pointsPerHourHundredths: requirement.pointsPerHourHundredths,
  stepHundredths: requirement.stepHundredths,
});

const missingOf = (reached: Progress): Amounts => ({
  pointsHundredths: reached.missingPointsHundredths,
  formalMinutes: reached.missingFormalMinutes,
});

const weeksUntil = (endsOn: CivilDate, today: CivilDate): number =>
  today > endsOn ? 0 : Math.max(1, Math.floor((daysBetween(today, endsOn) + 1) / 7));
