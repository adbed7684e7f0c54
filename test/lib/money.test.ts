import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatPence, parsePence } from "~/lib/money";

describe("money", () => {
  test.each([
    [4500, "£45.00"],
    [5, "£0.05"],
    [0, "£0.00"],
    [104550, "£1,045.50"],
    [-250, "-£2.50"],
  ])("%i pence are written %s", (pence, words) => {
    expect(formatPence(pence)).toBe(words);
  });

  test.each([
    ["45", 4500],
    ["£45", 4500],
    ["45.5", 4550],
    [" £1,045.50 ", 104550],
    ["0.05", 5],
    ["9,999,999.99", 999999999],
    ["1 200", 120000],
  ])("%j is read as %i pence", (text, pence) => {
    expect(parsePence(text)).toBe(pence);
  });

  test.each([
    "",
    "£",
    "45.505",
    "45.",
    ".5",
    "-3",
    "1e3",
    "forty",
    "45p",
    "12345678",
    "10,000,000",
    "4,5",
    "££5",
    "5£",
    "1,2,3",
  ])("%j is no sum of money", (text) => {
    expect(parsePence(text)).toBeUndefined();
  });

  test("what is written is read again as the same sum", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (pence) => {
        expect(parsePence(formatPence(pence))).toBe(pence);
      }),
    );
  });
});
