import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findChromium } from "../../bin/find-chromium.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "linkway-chromium-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, text = "#!/bin/sh\n"): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

test("CHROMIUM_PATH wins over every other place", () => {
  program("chromium");
  const chosen = program("my-browser");
  expect(findChromium({ CHROMIUM_PATH: chosen, PATH: folder })).toBe(chosen);
});

test("a CHROMIUM_PATH that names nothing is an error, not a reason to take another browser", () => {
  program("chromium");
  expect(() => findChromium({ CHROMIUM_PATH: join(folder, "gone"), PATH: folder })).toThrow(
    /CHROMIUM_PATH is .*gone, but there is no such file/,
  );
});

test.skipIf(process.platform === "win32")("a browser on PATH is found", () => {
  const chrome = program("chromium");
  expect(findChromium({ PATH: folder })).toBe(chrome);
});
