import { describe, expect, test } from "vitest";
import {
  addUp,
  countCheck,
  countPlaywright,
  countRunner,
  countVitest,
  inWords,
} from "../../bin/test-counts.js";

const vitest = (
  numbers = {},
  testResults: { status: string; assertionResults: { status: string }[] }[] = [],
) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults,
  ...numbers,
});

describe("adding up the results of all checks", () => {
  test("a check without tests of its own counts as one", () => {
    expect(countCheck(true)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countCheck(false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test("a test file that could not be loaded counts as one failed test", () => {
    const report = vitest({ numPassedTests: 4, numTodoTests: 1, numPendingTests: 2 }, [
      { status: "passed", assertionResults: [{ status: "passed" }] },
      { status: "failed", assertionResults: [] },
    ]);
    expect(countVitest(report)).toEqual({ passed: 4, failed: 1, skipped: 3 });
  });

  test("a failed test is not counted again for its file", () => {
    const report = vitest({ numFailedTests: 1 }, [
      { status: "failed", assertionResults: [{ status: "failed" }] },
    ]);
    expect(countVitest(report)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test("a browser test that passed only when repeated counts as failed", () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats })).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  test.each([
    ["wrote no report", undefined, true],
    ["ran nothing", { passed: 0, failed: 0, skipped: 3 }, true],
    ["ended badly although its tests passed", { passed: 3, failed: 0, skipped: 0 }, false],
  ])("a runner that %s counts as one failed test", (_what, reported, ok) => {
    expect(countRunner(reported, ok).failed).toBe(1);
  });

  test("a runner that ended badly because tests failed adds nothing to them", () => {
    const reported = { passed: 3, failed: 2, skipped: 0 };
    expect(countRunner(reported, false)).toEqual(reported);
  });

  test("the total is written in words, with the skipped tests only where there are any", () => {
    const total = addUp([countCheck(true), { passed: 2, failed: 1, skipped: 0 }]);
    expect(inWords(total)).toBe("3 passed, 1 failed");
    expect(inWords({ ...total, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
  });
});
