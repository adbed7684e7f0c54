import { describe, expect, test } from "vitest";
import { inspect, inspectFields, refusedFindings, warnedFindings } from "~/guard/inspect";
import { GUARD_PROFILES, type GuardProfile } from "~/guard/profiles";

const PROFILES = Object.keys(GUARD_PROFILES) as GuardProfile[];

describe("profiles", () => {
  const everything =
    "NHS 4010232137 or someone@example.org or 07700 900123 and, last of all by a long way, 6123456784";

  test.each([
    ["personal", "nhsNumber"],
    ["employerContact", "nhsNumber nhsNumber"],
    ["freeText", "nhsNumber emailAddress phoneNumber nhsNumber"],
    ["reflection", "nhsNumber emailAddress phoneNumber nhsNumber"],
    ["fileName", "nhsNumber emailAddress phoneNumber nhsNumber"],
  ] as const)("%s finds %s", (profile, expected) => {
    expect(
      inspect(everything, profile)
        .map(({ kind }) => kind)
        .join(" "),
    ).toBe(expected);
  });

  test("every profile refuses what is certain", () => {
    for (const profile of PROFILES) {
      expect(refusedFindings(inspect("CHI 0101501242", profile))).toHaveLength(1);
    }
  });
});

describe("fields", () => {
  test("are inspected by their own profiles, and those without one are left alone", () => {
    const findings = inspectFields(
      {
        title: "NHS 4010232137",
        phone: "07700 900123",
        learned: "ask a@b.uk",
        token: "CHI 0101501242",
      },
      { title: "freeText", phone: "personal", learned: "reflection", missing: "freeText" },
    );
    expect(refusedFindings(findings).map(({ field }) => field)).toEqual(["title"]);
    expect(warnedFindings(findings).map(({ field }) => field)).toEqual(["learned"]);
  });
});
