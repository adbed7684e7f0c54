import { describe, expect, test } from "vitest";
import { typedAnswers } from "~/membership/applications/answers";
import { missingAnswers, placeOf, stepAfter } from "~/membership/applications/steps";
import { COMPLETE } from "./applicant";

const facts = {
  hasPrice: true,
  asksEvidence: false,
  hasEvidence: false,
  wordingsInForce: "1.1",
};
const complete = { ...COMPLETE, gradeId: "grade", wordingsShown: "1.1" };

describe("what is missing", () => {
  test("nothing, where everything is answered", () => {
    expect(missingAnswers(complete, facts)).toEqual([]);
  });

  test("every step, where nothing is", () => {
    const missing = missingAnswers({}, { ...facts, hasPrice: false });
    expect(missing).toEqual(["about", "work", "membership", "agreements"]);
  });

  test("a name of spaces is no name", () => {
    expect(missingAnswers({ ...complete, givenName: "   " }, facts)).toEqual(["about"]);
  });

  test("an employer's name, unless nobody employs", () => {
    const withoutName = { ...complete, employerName: "" };
    expect(missingAnswers(withoutName, facts)).toEqual(["work"]);
    expect(missingAnswers({ ...withoutName, employerKind: "none" }, facts)).toEqual([]);
  });

  test("the grade, where its price has ended", () => {
    expect(missingAnswers(complete, { ...facts, hasPrice: false })).toEqual(["membership"]);
  });

  test("evidence, where the grade asks for it", () => {
    expect(missingAnswers(complete, { ...facts, asksEvidence: true })).toEqual(["evidence"]);
  });

  test("the agreements, where a text has a newer version than the one that was shown", () => {
    expect(missingAnswers(complete, { ...facts, wordingsInForce: "2.1" })).toEqual(["agreements"]);
  });
});

test("evidence is a step only where the grade asks for it", () => {
  expect(stepAfter("membership", { asksEvidence: false })).toBe("agreements");
  expect(stepAfter("membership", { asksEvidence: true })).toBe("evidence");
  expect(placeOf("agreements", { asksEvidence: true })).toEqual({ number: 5, of: 5 });
});

describe("what a draft keeps", () => {
  test("the step's own fields, as typed, and nothing else", () => {
    const typed = typedAnswers("work", { jobTitle: "  link ", employerKind: "?", isAdmin: "yes" });
    expect(typed).toEqual({ jobTitle: "  link ", employerKind: "?", employerName: "" });
  });

  test("no more of a field than anybody types", () => {
    const { jobTitle } = typedAnswers("work", { jobTitle: "a".repeat(50_000) });
    expect(jobTitle).toHaveLength(1000);
  });
});
