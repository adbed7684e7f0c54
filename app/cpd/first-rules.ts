import type { Temporal } from "temporal-polyfill";
import { civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import type { Trx } from "~/schema";
import { insertCategory } from "./queries/categories";
import { insertRequirement } from "./queries/requirements";

/** In this order; the kinds that health regulators use, in plain words. */
const CATEGORIES = [
  {
    name: "Learning at work",
    hint: "A case discussion, shadowing a colleague, supervision, feedback",
    isFormalByDefault: 0,
  },
  {
    name: "Professional activity",
    hint: "Mentoring, teaching, a network or a working group",
    isFormalByDefault: 0,
  },
  {
    name: "Courses and education",
    hint: "A course, webinar, conference or e-learning with set aims",
    isFormalByDefault: 1,
  },
  {
    name: "Learning by yourself",
    hint: "Reading, a podcast, looking something up",
    isFormalByDefault: 0,
  },
  {
    name: "Other",
    hint: "Volunteering or anything else that you learned from",
    isFormalByDefault: 0,
  },
];

/**
 * The requirement and the categories that a new association starts with, for it to confirm or change: 20 points a membership year,
 * 10 hours of them formal (National Association of Link Workers, CPD page). The rate of a point an hour is ours.
 */
export async function addFirstRules(trx: Trx, now: Temporal.Instant): Promise<void> {
  await insertRequirement(trx, {
    id: newId(),
    gradeId: null,
    nation: null,
    version: 1,
    fromOn: civilDateOf(now),
    pointsHundredths: 2000,
    formalMinutes: 600,
    pointsPerHourHundredths: 100,
    stepHundredths: 25,
    note: "To be confirmed by the association.",
    isConfirmed: 0,
  });
  for (const [position, category] of CATEGORIES.entries())
    await insertCategory(trx, {
      id: newId(),
      ...category,
      position: position + 1,
      retiredOn: null,
    });
}
