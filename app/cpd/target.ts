/** What a cycle asks for before anything personal is considered. */
export interface Requirement {
  pointsHundredths: number;
  formalMinutes: number;
}

/** One reason for the target and what it adds or, below nought, takes away. */
export interface TargetStep {
  reason: "base";
  pointsHundredths: number;
  formalMinutes: number;
}

/** What a member is asked for in a cycle, and why: the steps add up to it. */
export interface Target {
  pointsHundredths: number;
  formalMinutes: number;
  steps: TargetStep[];
}

/** What counts of an activity. */
export interface CountedActivity {
  minutes: number;
  pointsHundredths: number;
  isFormal: boolean;
}

export interface Progress {
  pointsHundredths: number;
  formalMinutes: number;
  missingPointsHundredths: number;
  missingFormalMinutes: number;
  isMet: boolean;
}

/** The target of a cycle from its requirement. */
export const target = (requirement: Requirement): Target =>
  explained([
    {
      reason: "base",
      pointsHundredths: requirement.pointsHundredths,
      formalMinutes: requirement.formalMinutes,
    },
  ]);

/** The sum of the steps; nobody is asked for less than nothing. */
const explained = (steps: TargetStep[]): Target => ({
  pointsHundredths: Math.max(0, sum(steps.map((step) => step.pointsHundredths))),
  formalMinutes: Math.max(0, sum(steps.map((step) => step.formalMinutes))),
  steps,
});

/** How far activities reach towards a target. Formal time is a minimum of its own, which points cannot make up for. */
export function progress(aim: Target, activities: CountedActivity[]): Progress {
  const pointsHundredths = sum(activities.map((activity) => activity.pointsHundredths));
  const formalMinutes = sum(
    activities.filter((activity) => activity.isFormal).map((activity) => activity.minutes),
  );
  const missingPointsHundredths = Math.max(0, aim.pointsHundredths - pointsHundredths);
  const missingFormalMinutes = Math.max(0, aim.formalMinutes - formalMinutes);
  return {
    pointsHundredths,
    formalMinutes,
    missingPointsHundredths,
    missingFormalMinutes,
    isMet: missingPointsHundredths === 0 && missingFormalMinutes === 0,
  };
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
