import { dateInWords, listed, minutesInWords, pointsInWords } from "~/lib/words";
import type { CpdSpell } from "./cycle-of-day";
import type { NotLoggable } from "./may-log";
import type { CpdOverview } from "./overview";
import type { TargetStep } from "./target";

/** "1 point", "12.5 points" */
export const points = (hundredths: number): string =>
  `${pointsInWords(hundredths)} ${hundredths === 100 ? "point" : "points"}`;

/** Why an activity was not saved, beside the field that it is about. */
export function refusalWords(refusal: NotLoggable): Record<string, string[]> {
  switch (refusal.reason) {
    case "inFuture":
      return { completedOn: ["The date must be today or in the past"] };
    case "outsideMembership":
      return { completedOn: [membershipWords(refusal.spells)] };
    case "cycleClosed":
      return {
        completedOn: [
          `Your CPD year from ${dateInWords(refusal.startsOn)} to ${dateInWords(refusal.endsOn)} is closed`,
        ],
      };
    case "categoryGone":
      return { categoryId: ["Select another kind of activity: this one is no longer used"] };
    case "noRequirement":
      return { completedOn: ["The association has not set its CPD rules yet. Try again later"] };
  }
}

const membershipWords = (spells: CpdSpell[]): string =>
  spells.length === 0
    ? "You can log what you did as a member. Your membership has not begun"
    : `The date must be in your membership: ${listed(spells.map(spellWords))}`;

const spellWords = ({ beganOn, lastedUntil }: CpdSpell): string =>
  lastedUntil === null
    ? `from ${dateInWords(beganOn)}`
    : `from ${dateInWords(beganOn)} to ${dateInWords(lastedUntil)}`;

const STEP_WORDS: Record<TargetStep["reason"], string> = {
  base: "What the association asks of every member in a membership year",
};

/** One step of a target: why, and how much. */
export const stepWords = (step: TargetStep): [reason: string, amount: string] => [
  STEP_WORDS[step.reason],
  `${points(step.pointsHundredths)}, of which ${minutesInWords(step.formalMinutes)} formal`,
];

/** "7.5 points and 4 hours of formal learning"; empty where nothing is missing. */
export const missingWords = ({ missing }: Pick<CpdOverview, "missing">): string =>
  listed(
    [
      missing.pointsHundredths > 0 && points(missing.pointsHundredths),
      missing.formalMinutes > 0 && `${minutesInWords(missing.formalMinutes)} of formal learning`,
    ].filter((words) => words !== false),
  );
