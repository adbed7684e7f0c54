import { type Answers, isAnswered } from "./answers";

/** The steps of an application, in the order in which they are asked. */
export const STEPS = ["about", "work", "membership", "evidence", "agreements"] as const;
export type Step = (typeof STEPS)[number];

/** What decides about a draft beside its own answers. */
export interface DraftFacts {
  /** The chosen grade can be joined today at a price of the chosen rhythm. */
  hasPrice: boolean;
  asksEvidence: boolean;
  hasEvidence: boolean;
  /** The versions now in force, as the agreements page sends them. */
  wordingsInForce: string;
}

/** The steps that this applicant goes through: evidence only where the grade asks for it. */
export const stepsOf = ({ asksEvidence }: Pick<DraftFacts, "asksEvidence">): Step[] =>
  STEPS.filter((step) => step !== "evidence" || asksEvidence);

/** The steps that are not answered yet, or whose answer is out of date. */
export const missingAnswers = (answers: Answers, facts: DraftFacts): Step[] =>
  stepsOf(facts).filter((step) => !isDone(step, answers, facts));

function isDone(step: Step, answers: Answers, facts: DraftFacts): boolean {
  if (step === "evidence") return facts.hasEvidence;
  if (!isAnswered(step, answers)) return false;
  if (step === "membership") return facts.hasPrice;
  return step !== "agreements" || answers.wordingsShown === facts.wordingsInForce;
}

/** What comes after a step; undefined after the last. */
export function stepAfter(step: Step, facts: Pick<DraftFacts, "asksEvidence">): Step | undefined {
  const steps = stepsOf(facts);
  return steps[steps.indexOf(step) + 1];
}

/** Where a step comes among the applicant's own, from 1. */
export function placeOf(step: Step, facts: Pick<DraftFacts, "asksEvidence">) {
  const steps = stepsOf(facts);
  return { number: steps.indexOf(step) + 1, of: steps.length };
}
