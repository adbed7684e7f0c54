import type { CivilDate } from "~/lib/civil-date";

/** For whom a requirement is meant (null: for all) and from when. */
export interface RequirementScope {
  gradeId: string | null;
  nation: string | null;
  version: number;
  fromOn: CivilDate;
}

/**
 * The requirement of a cycle: the newest version in force on its first day, of the most particular scope that fits the member.
 * A cycle older than every version takes the oldest that is meant for all.
 */
export function requirementInForce<R extends RequirementScope>(
  requirements: R[],
  member: { gradeId: string | null; nation: string | null },
  cycleStartsOn: CivilDate,
): R | undefined {
  const fitting = requirements.filter(
    ({ gradeId, nation }) =>
      (gradeId === null || gradeId === member.gradeId) &&
      (nation === null || nation === member.nation),
  );
  const begun = fitting.filter(({ fromOn }) => fromOn <= cycleStartsOn);
  const forAll = fitting.filter((requirement) => particularity(requirement) === 0);
  return begun.sort(byParticularityThenAge).at(-1) ?? forAll.sort(byAge).at(0);
}

const particularity = ({ gradeId, nation }: RequirementScope): number =>
  (gradeId === null ? 0 : 2) + (nation === null ? 0 : 1);

const byAge = (a: RequirementScope, b: RequirementScope): number =>
  a.fromOn === b.fromOn ? a.version - b.version : a.fromOn < b.fromOn ? -1 : 1;

const byParticularityThenAge = (a: RequirementScope, b: RequirementScope): number =>
  particularity(a) - particularity(b) || byAge(a, b);
