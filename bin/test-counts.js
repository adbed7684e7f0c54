/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {(passed?: number, failed?: number, skipped?: number) => Counts} */
const counts = (passed = 0, failed = 0, skipped = 0) => ({ passed, failed, skipped });

/**
 * A check without tests of its own, such as lint, counts as one test.
 * @param {boolean} ok
 * @returns {Counts}
 */
export const countCheck = (ok) => (ok ? counts(1, 0) : counts(0, 1));

/**
 * Vitest's JSON report; a file that could not even be loaded counts as one failed test.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((t) => t.status === "failed"),
  );
  return counts(
    report.numPassedTests,
    report.numFailedTests + brokenFiles.length,
    report.numPendingTests + report.numTodoTests,
  );
}

/**
 * Playwright's JSON report; a test that passed only when repeated counts as failed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report
 * @returns {Counts}
 */
export const countPlaywright = ({ stats }) =>
  counts(stats.expected, stats.unexpected + stats.flaky, stats.skipped);

/**
 * A runner that ended badly without a failed test, wrote no report, or ran nothing counts as one failed test.
 * @param {Counts | undefined} reported
 * @param {boolean} ok whether the runner itself ended well
 * @returns {Counts}
 */
export function countRunner(reported, ok) {
  if (!reported) return counts(0, 1);
  const ranNothing = reported.passed + reported.failed === 0;
  const crashed = !ok && reported.failed === 0;
  return ranNothing || crashed ? { ...reported, failed: 1 } : reported;
}

/**
 * @param {Counts[]} parts
 * @returns {Counts}
 */
export const addUp = (parts) =>
  parts.reduce(
    (sum, part) =>
      counts(sum.passed + part.passed, sum.failed + part.failed, sum.skipped + part.skipped),
    counts(),
  );

/** @param {Counts} total */
export const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
