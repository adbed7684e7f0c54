import { describe, expect, test } from "vitest";
import { gradeOn, hasCover, STANDINGS } from "~/membership/standing";
import { ledger, provisionalTerm, spell, term } from "./ledgers";

const paidYear = term("2026-01-01", "2026-12-31");

describe("cover", () => {
  test("only current, provisional and in grace open what members have", () => {
    expect(STANDINGS.filter(hasCover)).toEqual(["current", "provisional", "inGrace"]);
  });
});

describe("grade on a date", () => {
  test("there is none before any cover", () => {
    expect(gradeOn(ledger([spell({ terms: [paidYear] })]), "2025-12-31")).toBeNull();
  });

  test("an upgrade that ends with the old term counts from its first day", () => {
    const upgraded = ledger([
      spell({ terms: [term("2026-06-01", "2026-12-31", { gradeId: "fellow" }), paidYear] }),
    ]);
    expect(gradeOn(upgraded, "2026-05-31")).toBe("full");
    expect(gradeOn(upgraded, "2026-06-01")).toBe("fellow");
  });

  test("a grade paid ahead does not count before its term starts", () => {
    const renewed = ledger([
      spell({ terms: [paidYear, term("2027-01-01", "2027-12-31", { gradeId: "retired" })] }),
    ]);
    expect(gradeOn(renewed, "2026-12-31")).toBe("full");
    expect(gradeOn(renewed, "2027-01-01")).toBe("retired");
  });

  test("the last grade is kept through grace and after, unless provisional cover names another", () => {
    const lapsed = spell({
      terms: [paidYear],
      provisionalTerms: [provisionalTerm("2027-02-01", "2027-02-14", { gradeId: "student" })],
    });
    expect(gradeOn(ledger([lapsed]), "2027-01-31")).toBe("full");
    expect(gradeOn(ledger([lapsed]), "2027-02-01")).toBe("student");
    expect(gradeOn(ledger([lapsed]), "2027-02-15")).toBe("full");
  });
});
