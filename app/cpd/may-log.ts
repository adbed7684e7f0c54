import type { CivilDate } from "~/lib/civil-date";
import { err, ok, type Result } from "~/lib/result";
import type { DateRange } from "~/membership/term-dates";
import { type CpdSpell, cycleOfDay } from "./cycle-of-day";

export type NotLoggable =
  | { reason: "inFuture" }
  | { reason: "outsideMembership"; spells: CpdSpell[] }
  | ({ reason: "cycleClosed" } & DateRange)
  | { reason: "categoryGone" }
  | { reason: "noRequirement" };

/** May an activity completed on this day be logged, and in which cycle does it then count? */
export function mayLogOn(
  spells: CpdSpell[],
  completedOn: CivilDate,
  today: CivilDate,
): Result<DateRange, NotLoggable> {
  if (completedOn > today) return err({ reason: "inFuture" });
  const cycle = cycleOfDay(spells, completedOn);
  return cycle ? ok(cycle) : err({ reason: "outsideMembership", spells });
}
