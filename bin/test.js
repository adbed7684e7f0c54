/**
 * Runs every check, also after one has failed, and adds them up in its last line.
 *   node bin/test.js            lint, types, unit and browser tests
 *   node bin/test.js --quick    without the browser
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./setup/run.js";
import {
  addUp,
  countCheck,
  countPlaywright,
  countRunner,
  countVitest,
  inWords,
} from "./test-counts.js";

const reports = mkdtempSync(join(tmpdir(), "linkway-tests-"));
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));

const checks = [
  { name: "Lint", run: lint },
  { name: "Types", run: types },
  { name: "Units", run: units },
  ...(process.argv.includes("--quick") ? [] : [{ name: "Browser", run: browser }]),
];

const results = [];
for (const { name, run } of checks) {
  console.log(`\n── ${name} ──`);
  results.push({ name, counts: await run() });
}
const total = addUp(results.map(({ counts }) => counts));
console.log("");
for (const { name, counts } of results) console.log(`${name}: ${inWords(counts)}`);
console.log(inWords(total));
process.exit(total.failed === 0 ? 0 : 1);

async function lint() {
  const colours = `--colors=${process.stdout.isTTY ? "force" : "off"}`;
  return countCheck(
    await tool("@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", colours, "."]),
  );
}

async function types() {
  return countCheck(await tool("typescript/bin/tsc", ["--noEmit"]));
}

async function units() {
  const file = join(reports, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const ok = await tool("vitest/vitest.mjs", ["run", ...reporters]);
  return countRunner(read(file, countVitest), ok);
}

async function browser() {
  const file = join(reports, "playwright.json");
  const to = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const ok = await tool("@playwright/test/cli.js", ["test", "--reporter=list,json"], to);
  return countRunner(read(file, countPlaywright), ok);
}

function read(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

/** Runs an installed tool, its output streaming through; true where it ended well. */
function tool(script, args, env = {}) {
  const { NODE_ENV, ...inherited } = process.env; // each runner chooses its own
  const child = spawn(process.execPath, [join(root, "node_modules", script), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...inherited, STRIPE_SUPPRESS_NOTICES: "true", ...env },
  });
  const stop = () => child.kill();
  process.once("exit", stop);
  return new Promise((resolve) => {
    child.on("close", (code) => {
      process.off("exit", stop);
      resolve(code === 0);
    });
  });
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));
