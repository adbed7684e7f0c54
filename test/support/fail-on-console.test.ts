import { expect, test } from "vitest";
import { expectConsole } from "./fail-on-console";

test("an expected message on the console passes", () => {
  expectConsole(/no such member/);
  expect(() => console.error("Lookup failed: %s", "no such member")).not.toThrow();
});

test.fails("an unexpected message on the console fails the test", () => {
  console.warn("surprise");
});

test.fails("an unexpected message fails the test even where the code swallows the error", () => {
  try {
    console.error("surprise");
  } catch {
    // what a careless caller does
  }
});

test.fails("an expected message that never comes fails the test", () => {
  expectConsole(/never printed/);
});
