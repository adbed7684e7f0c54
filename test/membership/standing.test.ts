import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STANDINGS, standingOn } from "~/membership/standing";
import { anyLedger, day, LAST_DAY_NUMBER, ledger, provisionalTerm, spell, term } from "./ledgers";
import { standingByCounting } from "./standing-oracle";

const GRACE_DAYS = 30;
const everyDay = Array.from({ length: LAST_DAY_NUMBER + 18 }, (_, index) => index - 2);
const paidYear = term("2026-01-01", "2026-12-31");

const standing = (given: Parameters<typeof ledger>[0], date: string, more = {}) =>
  standingOn(ledger(given, more), date, GRACE_DAYS);

describe("standing on a date", () => {
  test("any history gives what counting day by day gives", () => {
    fc.assert(
      fc.property(anyLedger, fc.integer({ min: 0, max: 12 }), (given, graceDays) => {
        const expected = standingByCounting(given, graceDays);
        for (const number of everyDay) {
          const said = standingOn(given, day(number), graceDays);
          expect([number, said]).toEqual([number, expected(number)]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("random histories reach every standing, so that the comparison means something", () => {
    const seen = new Set(
      fc.sample(anyLedger, { numRuns: 600, seed: 7 }).map((given) => standingOn(given, day(40), 6)),
    );
    expect([...seen].sort()).toEqual([...STANDINGS].sort());
  });

  test.each([
    ["2025-12-31", "none"],
    ["2026-01-01", "current"],
    ["2026-12-31", "current"],
    ["2027-01-01", "inGrace"],
    ["2027-01-30", "inGrace"],
    ["2027-01-31", "lapsed"],
  ])("a year paid from 1 January, seen on %s, is %s", (date, expected) => {
    expect(standing([spell({ terms: [paidYear] })], date)).toBe(expected);
  });

  test("a person is a member until the end of the day of a resignation, and gets no grace after it", () => {
    const resigned = spell({ terms: [paidYear], ending: { kind: "resign", on: "2026-12-31" } });
    expect(standing([resigned], "2026-12-31")).toBe("current");
    expect(standing([resigned], "2027-01-01")).toBe("resigned");
  });

  test("a removal holds from its day on, also over a suspension", () => {
    const removed = spell({
      terms: [paidYear],
      ending: { kind: "remove", on: "2026-05-01" },
      suspensions: [{ from: "2026-04-01", to: null }],
    });
    expect(standing([removed], "2026-04-30")).toBe("suspended");
    expect(standing([removed], "2026-05-01")).toBe("removed");
  });

  test("a suspension with an end gives way to cover on the day after its last", () => {
    const suspended = spell({
      terms: [paidYear],
      suspensions: [{ from: "2026-04-01", to: "2026-04-30" }],
    });
    expect(standing([suspended], "2026-04-30")).toBe("suspended");
    expect(standing([suspended], "2026-05-01")).toBe("current");
  });

  test("joining again does not shake off an open suspension", () => {
    const first = spell({
      id: "1",
      terms: [paidYear],
      suspensions: [{ from: "2026-04-01", to: null }],
    });
    const second = spell({
      id: "2",
      beganOn: "2027-06-01",
      terms: [term("2027-06-01", "2028-05-31")],
    });
    expect(standing([first, second], "2027-06-02")).toBe("suspended");
  });

  test("joining again after a removal makes a member again", () => {
    const removed = spell({
      id: "1",
      terms: [paidYear],
      ending: { kind: "remove", on: "2026-05-01" },
    });
    const second = spell({
      id: "2",
      beganOn: "2028-01-01",
      terms: [term("2028-01-01", "2028-12-31")],
    });
    expect(standing([removed, second], "2027-12-31")).toBe("removed");
    expect(standing([removed, second], "2028-01-01")).toBe("current");
  });

  test("a removal is not undone by the removed spell's own unpaid invoice", () => {
    const removed = spell({
      terms: [paidYear],
      ending: { kind: "remove", on: "2026-05-01" },
      provisionalTerms: [provisionalTerm("2026-06-01", "2026-09-01")],
    });
    expect(standing([removed], "2026-06-02")).toBe("removed");
  });

  test("a debit under way is provisional; when it fails, an open application is what is left", () => {
    const joining = spell({
      provisionalTerms: [provisionalTerm("2026-03-01", "2026-03-21", { endedOn: "2026-03-08" })],
    });
    expect(standing([joining], "2026-03-07")).toBe("provisional");
    expect(standing([joining], "2026-03-08")).toBe("none");
    expect(standing([joining], "2026-03-08", { hasOpenApplication: true })).toBe("applicant");
  });

  test("a debit that fails when rejoining leaves the person lapsed, as before", () => {
    const before = spell({ id: "1", terms: [paidYear] });
    const again = spell({
      id: "2",
      beganOn: "2028-03-01",
      provisionalTerms: [provisionalTerm("2028-03-01", "2028-03-21", { endedOn: "2028-03-08" })],
    });
    expect(standing([before, again], "2028-03-05")).toBe("provisional");
    expect(standing([before, again], "2028-03-08")).toBe("lapsed");
  });

  test("unpaid cover never extends a paid term: after it, grace counts from the paid end", () => {
    const renewing = spell({
      terms: [paidYear],
      provisionalTerms: [provisionalTerm("2027-01-01", "2027-01-10")],
    });
    expect(standing([renewing], "2027-01-10")).toBe("provisional");
    expect(standing([renewing], "2027-01-11")).toBe("inGrace");
    expect(standing([renewing], "2027-01-31")).toBe("lapsed");
  });

  test("the newest correction holds, whatever order they are listed in", () => {
    const corrected = term("2026-01-01", "2026-12-31", {
      corrections: [
        { newEndsOn: "2026-09-30", at: "2026-06-02T10:00:00.250Z" },
        { newEndsOn: "2026-05-31", at: "2026-06-02T10:00:00Z" },
      ],
    });
    expect(standing([spell({ terms: [corrected] })], "2026-09-30")).toBe("current");
    expect(standing([spell({ terms: [corrected] })], "2026-10-01")).toBe("inGrace");
  });

  test("a term taken back whole never was cover, and leaves no grace", () => {
    const undone = term("2026-01-01", "2026-12-31", {
      corrections: [{ newEndsOn: "2025-12-31", at: "2026-01-09T10:00:00Z" }],
    });
    expect(standing([spell({ terms: [undone] })], "2026-01-10")).toBe("none");
    expect(standing([spell({ terms: [paidYear, undone] })], "2026-01-10")).toBe("current");
  });

  test("in a gap between terms a member is in grace, then lapsed, then current again", () => {
    const gapped = [spell({ terms: [paidYear, term("2027-03-01", "2028-02-29")] })];
    expect(standing(gapped, "2027-01-15")).toBe("inGrace");
    expect(standing(gapped, "2027-02-15")).toBe("lapsed");
    expect(standing(gapped, "2027-03-01")).toBe("current");
  });

  test("the dead are dead from that day, not before", () => {
    expect(standing([spell({ terms: [paidYear] })], "2026-06-01", { diedOn: "2026-06-02" })).toBe(
      "current",
    );
    expect(standing([spell({ terms: [paidYear] })], "2026-06-02", { diedOn: "2026-06-02" })).toBe(
      "deceased",
    );
  });

  test("a seat-holder who leaves mid-year and pays alone stays current in the same spell", () => {
    const seat = term("2026-01-01", "2026-12-31", {
      corrections: [{ newEndsOn: "2026-06-14", at: "2026-06-14T09:00:00Z" }],
    });
    const alone = [spell({ terms: [seat, term("2026-06-15", "2027-06-14")] })];
    for (const date of ["2026-06-14", "2026-06-15", "2027-06-14"]) {
      expect(standing(alone, date)).toBe("current");
    }
  });
});
