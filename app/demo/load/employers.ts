import type { Place } from "./places";
import type { Random } from "./random";

export interface Employer {
  name: string;
  kind: string;
}

const MAKERS: Record<string, ((area: string) => string)[]> = {
  primaryCareNetwork: [
    (area) => `${area} Primary Care Network`,
    (area) => `${area} and District PCN`,
    (area) => `${area} Health Partnership`,
  ],
  charity: [
    (area) => `${area} Voluntary Action`,
    (area) => `Thrive ${area}`,
    (area) => `${area} Community Hub`,
    (area) => `Good Neighbours ${area}`,
  ],
  council: [(area) => `${area} Council`],
  trust: [(area) => `${area} Community Trust`],
  other: [(area) => `${area} Healthy Living Centre`],
};

/** About half with primary care networks, a third with charities (NHS England survey, autumn 2023). */
const SHARES = [
  ["primaryCareNetwork", 0.5],
  ["charity", 0.3],
  ["council", 0.1],
  ["trust", 0.07],
  ["other", 0.03],
] as const;

export function anyEmployer(random: Random, place: Place): Employer {
  const kind = random.weighted(SHARES);
  return { kind, name: random.pick(MAKERS[kind] ?? [])(place.area) };
}
