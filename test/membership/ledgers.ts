import fc from "fast-check";
import { addDays, type CivilDate, later } from "~/lib/civil-date";
import type { Ledger, ProvisionalTerm, Spell, Term } from "~/membership/standing";

const FIRST_DAY = "2028-02-01";

const days = new Map<number, CivilDate>();

/** The day so many days after the first that the generated ledgers know. */
export function day(number: number): CivilDate {
  const known = days.get(number) ?? addDays(FIRST_DAY, number);
  days.set(number, known);
  return known;
}

export const LAST_DAY_NUMBER = 60;

let made = 0;

export const term = (startsOn: CivilDate, endsOn: CivilDate, more: Partial<Term> = {}): Term => ({
  id: `term-${++made}`,
  membershipId: "spell",
  gradeId: "full",
  startsOn,
  endsOn,
  corrections: [],
  ...more,
});

export const provisionalTerm = (
  startsOn: CivilDate,
  provisionalUntil: CivilDate,
  more: Partial<ProvisionalTerm> = {},
): ProvisionalTerm => ({
  membershipId: "spell",
  gradeId: "full",
  startsOn,
  provisionalUntil,
  endedOn: null,
  ...more,
});

export const spell = (more: Partial<Spell> = {}): Spell => ({
  id: "spell",
  beganOn: "2026-01-01",
  yearStarts: "01-01",
  ending: null,
  suspensions: [],
  terms: [],
  provisionalTerms: [],
  ...more,
});

export const ledger = (spells: Spell[], more: Partial<Ledger> = {}): Ledger => ({
  diedOn: null,
  spells,
  hasOpenApplication: false,
  ...more,
});

const anyDay = fc.integer({ min: 0, max: LAST_DAY_NUMBER }).map(day);
const anyGrade = fc.constantFrom("full", "student", "fellow");

const anyTerm: fc.Arbitrary<Term> = fc.record({
  id: fc.uuid(),
  membershipId: fc.constant("spell"),
  gradeId: anyGrade,
  startsOn: anyDay,
  endsOn: anyDay,
  corrections: fc.array(
    fc.record({
      newEndsOn: anyDay,
      at: fc.constantFrom("2028-01-01T09:00:00Z", "2028-01-01T09:00:00.5Z", "2028-01-02T00:00:00Z"),
    }),
    { maxLength: 2 },
  ),
});

const anyProvisionalTerm: fc.Arbitrary<ProvisionalTerm> = fc.record({
  membershipId: fc.constant("spell"),
  gradeId: anyGrade,
  startsOn: anyDay,
  provisionalUntil: anyDay,
  endedOn: fc.option(anyDay),
});

const anySpell: fc.Arbitrary<Spell> = fc.record({
  id: fc.uuid(),
  beganOn: anyDay,
  yearStarts: fc.constant("01-01"),
  ending: fc.option(fc.record({ kind: fc.constantFrom("resign", "remove"), on: anyDay })),
  suspensions: fc.array(fc.record({ from: anyDay, to: fc.option(anyDay) }), { maxLength: 2 }),
  terms: fc.array(anyTerm, { maxLength: 3 }),
  provisionalTerms: fc.array(anyProvisionalTerm, { maxLength: 2 }),
});

/** Any history at all, also such as no office would make. */
export const anyLedger: fc.Arbitrary<Ledger> = fc.record({
  diedOn: fc.option(anyDay, { freq: 8 }),
  spells: fc.array(anySpell, { maxLength: 3 }),
  hasOpenApplication: fc.boolean(),
});

/** The last day on which something recorded starts or happens; what ends later may still lie ahead. */
export const lastFactOn = ({ spells }: Ledger): CivilDate =>
  spells
    .flatMap((each) => [
      each.ending?.on ?? "",
      ...each.suspensions.map(({ from }) => from),
      ...each.terms.map(({ startsOn }) => startsOn),
      ...each.provisionalTerms.map(({ startsOn }) => startsOn),
    ])
    .reduce(later, day(0));
