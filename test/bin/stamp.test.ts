import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint, isStamped, writeStamp } from "../../bin/setup/stamp.js";

let root: string;
const put = (file: string, text: string) => writeFileSync(join(root, file), text);
const print = (facts?: string[]) => fingerprint(root, ["app", "lock.json", "not-there"], facts);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "linkway-stamp-"));
  mkdirSync(join(root, "app/cpd"), { recursive: true });
  put("app/cpd/rules.ts", "1");
  put("lock.json", "{}");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("the fingerprint stays while nothing changes", () => {
  const before = print(["127"]);
  put("app/cpd/rules.ts", "1");
  put("elsewhere.ts", "1");
  expect(print(["127"])).toBe(before);
});

test.each([
  ["a file changes", () => put("app/cpd/rules.ts", "2")],
  ["a file is added", () => put("app/cpd/acts.ts", "")],
  [
    "a file moves",
    () => {
      rmSync(join(root, "app/cpd/rules.ts"));
      put("app/rules.ts", "1");
    },
  ],
  ["a path disappears", () => rmSync(join(root, "lock.json"))],
])("the fingerprint changes when %s", (_what, change) => {
  const before = print();
  change();
  expect(print()).not.toBe(before);
});

test("the fingerprint changes with the version of Node", () => {
  expect(print(["115"])).not.toBe(print(["127"]));
});

test("a stamp holds only for the fingerprint that it was written with", () => {
  const stamp = join(root, "build/.stamp");
  expect(isStamped(stamp, "a")).toBe(false);
  writeStamp(stamp, "a");
  expect(isStamped(stamp, "a")).toBe(true);
  expect(isStamped(stamp, "b")).toBe(false);
});
