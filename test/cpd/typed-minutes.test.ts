import { expect, test } from "vitest";
import { typedMinutes } from "~/cpd/typed-minutes";

test.each([
  ["90", 90],
  [" 45 minutes ", 45],
  ["30 min", 30],
  ["1:30", 90],
  ["1h30", 90],
  ["1 hour and 15 minutes", 75],
  ["2 hours", 120],
  ["1.5 hours", 90],
  ["0", 0],
])("%j is %i minutes", (text, minutes) => {
  expect(typedMinutes(text)).toBe(minutes);
});

test.each(["", "soon", "-5", "1:75", "12345678", "1e3"])("%j is no length of time", (text) => {
  expect(typedMinutes(text)).toBeNull();
});
