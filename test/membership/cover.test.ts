import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, later } from "~/lib/civil-date";
import { coverOf, standingFromCover } from "~/membership/cover";
import { gradeOn, type Ledger, standingOn } from "~/membership/standing";
import { firstTerm, nextTerm } from "~/membership/term-dates";
import {
  anyLedger,
  day,
  LAST_DAY_NUMBER,
  lastFactOn,
  ledger,
  provisionalTerm,
  spell,
  term,
} from "./ledgers";
import { standingByCounting } from "./standing-oracle";

const fromCover = (given: Ledger, date: string, graceDays: number) =>
  standingFromCover(coverOf(given, graceDays), given, date);

describe("the cover row", () => {
  test("says what the ledger says, for any history, from its last recorded fact on", () => {
    fc.assert(
      fc.property(anyLedger, fc.integer({ min: 0, max: 12 }), (given, graceDays) => {
        const cover = coverOf(given, graceDays);
        const expected = standingByCounting(given, graceDays);
        for (let number = LAST_DAY_NUMBER + 15; day(number) >= lastFactOn(given); number--) {
          const said = standingFromCover(cover, given, day(number));
          expect([number, said]).toEqual([number, standingOn(given, day(number), graceDays)]);
          expect([number, said]).toEqual([number, expected(number)]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("is right on every day of a spell whose terms follow each other, however early they are paid", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom("year" as const, "month" as const),
        fc.integer({ min: 1, max: 5 }),
        (start, interval, count) => {
          const terms = [firstTerm(day(start), interval)];
          while (terms.length < count) {
            const previousEndsOn = terms.at(-1)!.endsOn;
            terms.push(nextTerm({ previousEndsOn, anchor: day(start), interval }));
          }
          const given = ledger([
            spell({
              beganOn: day(start),
              terms: terms.map((each) => term(each.startsOn, each.endsOn)),
            }),
          ]);
          const days = [start - 1, start, start + 27, start + 100, start + 366, start + 2000].map(
            day,
          );
          const ends = terms.flatMap(({ endsOn }) => [
            endsOn,
            addDays(endsOn, 1),
            addDays(endsOn, 31),
          ]);
          for (const date of [...days, ...ends]) {
            expect([date, fromCover(given, date, 30)]).toEqual([date, standingOn(given, date, 30)]);
          }
        },
      ),
    );
  });

  test("names the grade that the cover ends with", () => {
    fc.assert(
      fc.property(anyLedger, (given) => {
        const cover = coverOf(given, 0);
        const lastDay = later(cover?.coveredUntil ?? "", cover?.provisionalUntil ?? "");
        fc.pre(cover?.endedOn === null && lastDay >= lastFactOn(given));
        expect(cover?.gradeId).toBe(gradeOn(given, lastDay));
      }),
    );
  });

  test("is absent for who never had a membership", () => {
    expect(coverOf(ledger([]), 30)).toBeNull();
    expect(standingFromCover(null, { diedOn: null, hasOpenApplication: true }, "2026-01-01")).toBe(
      "applicant",
    );
    expect(
      standingFromCover(null, { diedOn: "2026-01-01", hasOpenApplication: true }, "2026-01-01"),
    ).toBe("deceased");
    expect(standingFromCover(null, { diedOn: null, hasOpenApplication: false }, "2026-01-01")).toBe(
      "none",
    );
  });

  test("joins terms without a gap and leaves an earlier stretch out", () => {
    const given = ledger([
      spell({
        terms: [
          term("2026-01-01", "2026-12-31"),
          term("2028-03-01", "2029-02-28"),
          term("2029-03-01", "2030-02-28", { gradeId: "fellow" }),
        ],
        provisionalTerms: [provisionalTerm("2030-03-01", "2030-03-14", { gradeId: "fellow" })],
      }),
    ]);
    expect(coverOf(given, 30)).toEqual({
      membershipId: "spell",
      gradeId: "fellow",
      coveredFrom: "2028-03-01",
      coveredUntil: "2030-02-28",
      provisionalFrom: "2030-03-01",
      provisionalUntil: "2030-03-14",
      graceUntil: "2030-03-30",
      suspendedFrom: null,
      suspendedUntil: null,
      endedOn: null,
      endedKind: null,
    });
  });

  test("a resignation ahead does not end cover before its day", () => {
    const given = ledger([
      spell({
        terms: [term("2026-01-01", "2026-12-31")],
        ending: { kind: "resign", on: "2026-10-31" },
      }),
    ]);
    expect(fromCover(given, "2026-10-31", 30)).toBe("current");
    expect(fromCover(given, "2026-11-01", 30)).toBe("resigned");
  });
});
