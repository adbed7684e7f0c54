import { expect, test } from "vitest";
import { typedDate } from "~/lib/typed-date";

test.each([
  ["2026-11-03", "2026-11-03"],
  ["3/11/2026", "2026-11-03"],
  [" 03.11.26 ", "2026-11-03"],
  ["3-11-2026", "2026-11-03"],
  ["29/2/2028", "2028-02-29"],
  ["3 November 2026", "2026-11-03"],
  ["3 nov 26", "2026-11-03"],
  ["1-MAY-2027", "2027-05-01"],
])("%j is %s", (text, date) => {
  expect(typedDate(text)).toBe(date);
});

test.each([
  "",
  "29/2/2027",
  "31/4/2026",
  "11/2026",
  "2026-13-01",
  "tomorrow",
  "1/1/126",
  "3 novem 2026",
  "31 June 2026",
])("%j is no day", (text) => {
  expect(typedDate(text)).toBeNull();
});
