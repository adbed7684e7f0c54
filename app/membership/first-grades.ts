import type { Temporal } from "temporal-polyfill";
import { civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import type { Trx } from "~/schema";
import { allGrades, insertGrade, insertPrice } from "./queries/grades";

interface FirstGrade {
  name: string;
  summary: string;
  review: "automatic" | "review";
  evidence: string | null;
  yearPence: number;
  monthPence?: number;
}

/** A start that the association looks through and changes before it opens: names, prices and VAT are its own to confirm. */
const FIRST_GRADES: FirstGrade[] = [
  {
    name: "Practising member",
    summary: "For people who work as a social prescribing link worker, under whatever job title.",
    review: "automatic",
    evidence: null,
    yearPence: 4500,
    monthPence: 425,
  },
  {
    name: "Associate",
    summary: "For people who manage, train, supervise or commission link workers.",
    review: "review",
    evidence: null,
    yearPence: 6000,
    monthPence: 550,
  },
  {
    name: "Student",
    summary: "For people in training for the role, or on a related course.",
    review: "review",
    evidence: "A letter or card that shows your course and when it ends",
    yearPence: 1200,
  },
  {
    name: "Low-income",
    summary: "The same membership as practising, for people who could not join at the full price.",
    review: "review",
    evidence: "A letter or statement that shows your income or a benefit. Hide what we do not need",
    yearPence: 1500,
    monthPence: 150,
  },
  {
    name: "Retired",
    summary: "For people who have left practice and want to stay in touch.",
    review: "automatic",
    evidence: null,
    yearPence: 1800,
  },
  {
    name: "Supporter",
    summary: "For anybody who wants to support social prescribing, without practising it.",
    review: "automatic",
    evidence: null,
    yearPence: 2500,
    monthPence: 225,
  },
];

/** Gives a new association six grades to start from. One that has grades keeps its own. */
export async function addFirstGrades(trx: Trx, now: Temporal.Instant): Promise<void> {
  if ((await allGrades(trx)).length > 0) return;
  for (const [position, grade] of FIRST_GRADES.entries()) await addGrade(trx, grade, position, now);
}

async function addGrade(trx: Trx, given: FirstGrade, position: number, now: Temporal.Instant) {
  const { yearPence, monthPence, ...words } = given;
  const gradeId = newId();
  await insertGrade(trx, { id: gradeId, ...words, position, retiredOn: null });
  const prices = { year: yearPence, month: monthPence };
  for (const interval of ["year", "month"] as const) {
    const pence = prices[interval];
    if (pence === undefined) continue;
    await insertPrice(trx, {
      id: newId(),
      gradeId,
      interval,
      pence,
      vatTreatment: "exempt",
      fromOn: civilDateOf(now),
      toOn: null,
      note: "To be confirmed by the association",
    });
  }
}
