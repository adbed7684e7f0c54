import { addDays, type CivilDate, type Interval } from "~/lib/civil-date";
import { anyEmployer, type Employer } from "./employers";
import { FAMILY_NAMES, GIVEN_NAMES, JOB_TITLES } from "./names";
import { anyPlace, type Place } from "./places";
import type { Random } from "./random";

/** What becomes of a membership of the demonstration. */
export type Story =
  | "paying"
  | "inGrace"
  | "lapsed"
  | "resigned"
  | "removed"
  | "suspended"
  | "died"
  | "honorary";

/** Somebody to be made: who they are, how they joined and what became of it. */
export interface Plan {
  givenName: string;
  familyName: string;
  email: string;
  place: Place;
  employer: Employer;
  jobTitle: string;
  gradeName: string;
  interval: Interval;
  joinedOn: CivilDate;
  pays: "card" | "debit";
  story: Story;
  /** How much of the CPD target they have logged, 0 to about 1.2. */
  diligence: number;
}

const STORIES = [
  ["paying", 0.8],
  ["inGrace", 0.04],
  ["lapsed", 0.08],
  ["resigned", 0.04],
  ["removed", 0.005],
  ["suspended", 0.006],
  ["died", 0.006],
  ["honorary", 0.023],
] as const;

const GRADES = [
  ["Practising member", 0.74],
  ["Associate", 0.08],
  ["Student", 0.05],
  ["Low-income", 0.05],
  ["Retired", 0.04],
  ["Supporter", 0.04],
] as const;

/** People for an association of this size, the same ones every time. */
export function planPeople(count: number, today: CivilDate, random: Random): Plan[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, () => planPerson(today, random, taken));
}

function planPerson(today: CivilDate, random: Random, taken: Set<string>): Plan {
  const givenName = random.pick(GIVEN_NAMES);
  const familyName = random.pick(FAMILY_NAMES);
  const place = anyPlace(random);
  const story = random.weighted(STORIES);
  const pays = random.chance(0.28) && !isFailing(story) ? "debit" : "card";
  return {
    givenName,
    familyName,
    email: ownAddress(givenName, familyName, taken),
    place,
    employer: anyEmployer(random, place),
    jobTitle: random.pick(JOB_TITLES),
    gradeName: random.weighted(GRADES),
    interval: random.chance(0.2) && story === "paying" ? "month" : "year",
    joinedOn: addDays(today, -daysSinceJoining(story, random)),
    pays,
    story,
    diligence: random.next() * 1.2,
  };
}

const isFailing = (story: Story) => story === "inGrace" || story === "lapsed";

/** Somebody whose first renewal failed joined a year before it did; the others over six years. */
function daysSinceJoining(story: Story, random: Random): number {
  if (story === "inGrace") return 365 + random.between(2, 24);
  if (story === "lapsed") return 365 + random.between(60, 700);
  if (story === "paying") return random.between(9, 6 * 365);
  return random.between(200, 5 * 365);
}

function ownAddress(givenName: string, familyName: string, taken: Set<string>): string {
  const name = `${givenName}.${familyName}`
    .toLowerCase()
    .replace("ł", "l")
    .normalize("NFD")
    .replace(/[^a-z.]/g, "");
  const number = [...Array(99).keys()].find((each) => !taken.has(addressWith(name, each))) ?? 0;
  taken.add(addressWith(name, number));
  return addressWith(name, number);
}

const addressWith = (name: string, number: number) =>
  `${name}${number ? number + 1 : ""}@example.org`;
