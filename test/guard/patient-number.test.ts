import { describe, expect, test } from "vitest";
import { hasValidCheckDigit, issuedKind } from "~/guard/patient-number";

describe("the check digit", () => {
  test("accepts the example that is published", () => {
    expect(hasValidCheckDigit("9434765919")).toBe(true);
  });

  test("writes eleven as nought and never issues ten", () => {
    expect(hasValidCheckDigit("4000000020")).toBe(true);
    const anyLast = [..."0123456789"].map((last) => `400000008${last}`);
    expect(anyLast.filter(hasValidCheckDigit)).toEqual([]);
  });

  test.each(["", "943476591", "94347659190", "943 476 5919", "943476591x"])(
    "refuses %j",
    (text) => {
      expect(hasValidCheckDigit(text)).toBe(false);
    },
  );

  test("notices any one wrong digit and any two neighbours swapped", () => {
    const right = "4010232137";
    for (let at = 0; at < 10; at++) {
      for (const digit of "0123456789") {
        if (digit === right[at]) continue;
        expect(hasValidCheckDigit(right.slice(0, at) + digit + right.slice(at + 1))).toBe(false);
      }
      const [one, other] = [right[at] ?? "", right[at + 1] ?? ""];
      if (other === "" || one === other) continue;
      expect(hasValidCheckDigit(right.slice(0, at) + other + one + right.slice(at + 2))).toBe(
        false,
      );
    }
  });
});

describe("issued ranges", () => {
  test.each([
    ["4000000000", "nhsNumber"],
    ["4999999999", "nhsNumber"],
    ["5000000000", undefined],
    ["5999999999", undefined],
    ["6000000000", "nhsNumber"],
    ["7999999999", "nhsNumber"],
    ["8000000000", undefined],
    ["9434765919", undefined],
    ["0101010000", "chiNumber"],
    ["3112999999", "chiNumber"],
    ["0000000000", undefined],
    ["0100500000", undefined],
    ["0113500000", undefined],
    ["2902000000", "chiNumber"],
    ["2902010000", undefined],
    ["2902040000", "chiNumber"],
    ["3104500000", "nhsNumber"],
    ["2804500000", "chiNumber"],
    ["3200000000", undefined],
    ["3200000010", "healthAndCareNumber"],
    ["3999999999", "healthAndCareNumber"],
  ])("%s belongs to %s", (digits, kind) => {
    expect(issuedKind(digits)).toBe(kind);
  });
});
