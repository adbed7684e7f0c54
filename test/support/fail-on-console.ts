import { format } from "node:util";
import { afterEach, beforeEach } from "vitest";

type Method = "error" | "warn";

let expected: { pattern: RegExp; seen: boolean }[] = [];
let unexpected: Error[] = [];

/** Declares that this test makes the code print to console.error or console.warn; it must then happen. */
export function expectConsole(pattern: RegExp): void {
  expected.push({ pattern, seen: false });
}

function judge(method: Method, values: unknown[]): void {
  const text = format(...values);
  const match = expected.find(({ pattern }) => pattern.test(text));
  if (match) {
    match.seen = true;
    return;
  }
  const error = new Error(`Unexpected console.${method}: ${text}`);
  // Kept as well as thrown, as the code under test may swallow what is thrown.
  unexpected.push(error);
  throw error;
}

for (const method of ["error", "warn"] as const) {
  console[method] = (...values: unknown[]) => judge(method, values);
}

beforeEach(() => {
  expected = [];
});

afterEach(({ task }) => {
  const silent = expected.filter(({ seen }) => !seen);
  const [first] = unexpected;
  expected = [];
  unexpected = [];
  if (task.result?.state === "fail") return;
  if (first) throw first;
  if (silent.length > 0) {
    const patterns = silent.map(({ pattern }) => String(pattern)).join(", ");
    throw new Error(`Expected on the console, but never printed: ${patterns}`);
  }
});
