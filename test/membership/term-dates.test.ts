import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, type Interval } from "~/lib/civil-date";
import { firstTerm, membershipYearOn, nextTerm, termAfterPayment } from "~/membership/term-dates";

const anyDay = fc.integer({ min: 0, max: 366 * 12 }).map((days) => addDays("2020-01-01", days));
const anyInterval = fc.constantFrom<Interval>("year", "month");

function termsFrom(startsOn: string, interval: Interval, count: number) {
  const terms = [firstTerm(startsOn, interval)];
  while (terms.length < count) {
    const previousEndsOn = terms.at(-1)!.endsOn;
    terms.push(nextTerm({ previousEndsOn, anchor: startsOn, interval }));
  }
  return terms;
}

describe("terms", () => {
  test("tile time without a gap or an overlap, from any day, at any interval, however many", () => {
    fc.assert(
      fc.property(
        anyDay,
        anyInterval,
        fc.integer({ min: 2, max: 40 }),
        (start, interval, count) => {
          const terms = termsFrom(start, interval, count);
          for (const [index, each] of terms.entries()) {
            expect(each.startsOn <= each.endsOn).toBe(true);
            if (index > 0) expect(each.startsOn).toBe(addDays(terms[index - 1]!.endsOn, 1));
            const length = daysBetween(each.startsOn, each.endsOn) + 1;
            const [shortest, longest] = interval === "year" ? [365, 366] : [28, 31];
            expect(length).toBeGreaterThanOrEqual(shortest!);
            expect(length).toBeLessThanOrEqual(longest!);
          }
        },
      ),
    );
  });

  test("twelve months end on the same day as one year, however often renewed", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 5 }), (start, years) => {
        const byMonth = termsFrom(start, "month", years * 12).at(-1);
        expect(byMonth?.endsOn).toBe(termsFrom(start, "year", years).at(-1)?.endsOn);
      }),
    );
  });

  test("the ends of months do not drift", () => {
    const ends = termsFrom("2027-01-31", "month", 5).map(({ endsOn }) => endsOn);
    expect(ends).toEqual(["2027-02-27", "2027-03-30", "2027-04-29", "2027-05-30", "2027-06-29"]);
    expect(termsFrom("2028-01-31", "month", 2).map(({ endsOn }) => endsOn)).toEqual([
      "2028-02-28",
      "2028-03-30",
    ]);
  });

  test("a year from 29 February comes back to the 29th in the next leap year", () => {
    expect(termsFrom("2024-02-29", "year", 5)).toEqual([
      { startsOn: "2024-02-29", endsOn: "2025-02-27" },
      { startsOn: "2025-02-28", endsOn: "2026-02-27" },
      { startsOn: "2026-02-28", endsOn: "2027-02-27" },
      { startsOn: "2027-02-28", endsOn: "2028-02-28" },
      { startsOn: "2028-02-29", endsOn: "2029-02-27" },
    ]);
  });

  test("an anchor later than the term serves as well as an earlier one", () => {
    const given = { previousEndsOn: "2026-02-27", interval: "month" as const };
    const expected = { startsOn: "2026-02-28", endsOn: "2026-03-30" };
    expect(nextTerm({ ...given, anchor: "2026-01-31" })).toEqual(expected);
    expect(nextTerm({ ...given, anchor: "2026-12-31" })).toEqual(expected);
  });

  test("a term that starts between the anchor's dates is a whole one", () => {
    const alone = nextTerm({
      previousEndsOn: "2026-06-14",
      anchor: "2026-01-01",
      interval: "year",
    });
    expect(alone).toEqual({ startsOn: "2026-06-15", endsOn: "2027-06-14" });
  });
});

describe("the membership year", () => {
  test("is the one year, of those that tile time, in which the day falls", () => {
    const anyYearStart = fc
      .integer({ min: 0, max: 365 })
      .map((days) => addDays("2024-01-01", days).slice(5));
    fc.assert(
      fc.property(anyYearStart, anyDay, (yearStarts, date) => {
        const year = membershipYearOn(yearStarts, date);
        expect(year.startsOn <= date && date <= year.endsOn).toBe(true);
        const before = membershipYearOn(yearStarts, addDays(year.startsOn, -1));
        expect(before.endsOn).toBe(addDays(year.startsOn, -1));
        expect(membershipYearOn(yearStarts, year.endsOn)).toEqual(year);
      }),
    );
  });

  test.each([
    ["2027-02-27", { startsOn: "2026-02-28", endsOn: "2027-02-27" }],
    ["2027-02-28", { startsOn: "2027-02-28", endsOn: "2028-02-28" }],
    ["2028-02-28", { startsOn: "2027-02-28", endsOn: "2028-02-28" }],
    ["2028-02-29", { startsOn: "2028-02-29", endsOn: "2029-02-27" }],
  ])("that starts on 29 February holds %s as it should", (date, expected) => {
    expect(membershipYearOn("02-29", date)).toEqual(expected);
  });
});

describe("a payment after the end of cover", () => {
  const lapsed = {
    lastTermEndsOn: "2026-12-31",
    graceDays: 30,
    interval: "year" as const,
    anchor: "2025-01-01",
  };

  test.each(["2026-12-20", "2027-01-01", "2027-01-30"])("made on %s leaves no gap", (paidOn) => {
    expect(termAfterPayment({ ...lapsed, paidOn })).toEqual({
      kind: "continues",
      startsOn: "2027-01-01",
      endsOn: "2027-12-31",
    });
  });

  test("made on the day after grace begins a new spell on that day", () => {
    expect(termAfterPayment({ ...lapsed, paidOn: "2027-01-31" })).toEqual({
      kind: "newSpell",
      startsOn: "2027-01-31",
      endsOn: "2028-01-30",
    });
  });

  test("made on day 40 closes the gap where back-payment is taken for 60 days; on day 200 it begins anew", () => {
    const policy = { ...lapsed, reinstatementDays: 60 };
    const onDay = (days: number) => addDays("2026-12-31", days);
    expect(termAfterPayment({ ...policy, paidOn: onDay(40) }).kind).toBe("continues");
    expect(termAfterPayment({ ...policy, paidOn: onDay(60) }).startsOn).toBe("2027-01-01");
    expect(termAfterPayment({ ...policy, paidOn: onDay(61) }).kind).toBe("newSpell");
    expect(termAfterPayment({ ...policy, paidOn: onDay(200) }).startsOn).toBe(onDay(200));
  });

  test("a reinstatement shorter than grace does not shorten grace", () => {
    const given = { ...lapsed, reinstatementDays: 0, paidOn: "2027-01-30" };
    expect(termAfterPayment(given).kind).toBe("continues");
  });
});
