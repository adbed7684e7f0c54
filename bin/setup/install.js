import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npm } from "./npm.js";
import { aptInstall, mayUseApt, onPath, root, run, Stop, say } from "./run.js";
import { fingerprint, isStamped, writeStamp } from "./stamp.js";

const packages = join(root, "node_modules");
const stamp = join(packages, ".linkway-installed");
const underWay = join(packages, ".linkway-installing");
const compilers = ["python3", "make", "g++"];

const print = () =>
  fingerprint(
    root,
    ["package.json", "package-lock.json"],
    [process.versions.modules, process.platform, process.arch],
  );

/** Whether the packages of this very lock file, for this very Node, are there. */
export const isInstalled = () => isStamped(stamp, print());

/** Installs what the lock file names and makes sure that the database module works. */
export async function install() {
  const wanted = print();
  clearInterrupted();
  await addCompilers();
  say("Installing packages. The first time this takes a few minutes.");
  mkdirSync(packages, { recursive: true });
  writeFileSync(underWay, "");
  // `npm ci` refuses a lock file that lacks other platforms' packages; --no-save keeps it as it is.
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const { ok, output } = await npm(["install", "--no-save", "--include=dev", ...quiet]);
  rmSync(underWay, { force: true });
  if (!ok) throw notInstalled(output);
  await checkDatabaseModule();
  writeStamp(stamp, wanted);
}

/** npm takes a half-unpacked package for a whole one, so an interrupted installation starts afresh. */
function clearInterrupted() {
  if (existsSync(underWay)) {
    say("The last installation was interrupted: starting it afresh.");
    rmSync(packages, { recursive: true, force: true });
  }
  rmSync(stamp, { force: true });
}

const missingCompilers = () =>
  process.platform === "win32" ? [] : compilers.filter((tool) => !onPath(tool));

async function addCompilers() {
  const missing = missingCompilers();
  if (missing.length === 0 || !mayUseApt() || (await databaseModuleLoads()).ok) return;
  say(`Installing ${missing.join(", ")}, which the database module may be compiled with.`);
  await aptInstall(["--no-install-recommends", ...missing]);
}

async function checkDatabaseModule() {
  if ((await databaseModuleLoads()).ok) return;
  say("Compiling the database module for this version of Node.");
  const rebuilt = await npm(["rebuild", "better-sqlite3", "--ignore-scripts=false"]);
  const loads = await databaseModuleLoads();
  if (!loads.ok) throw notInstalled(`better-sqlite3\n${(rebuilt.ok ? loads : rebuilt).output}`);
}

const databaseModuleLoads = () =>
  run(process.execPath, ["-e", 'new (require("better-sqlite3"))(":memory:").close()']);

/** A missing compiler is named in one sentence; anything else is told in npm's own words. */
function notInstalled(output) {
  const missing = missingCompilers();
  if (output.includes("better-sqlite3") && missing.length > 0) {
    return new Stop(
      `The database module (better-sqlite3) has to be compiled: install ${missing.join(", ")} and start again.`,
    );
  }
  return new Stop(`${output.trim()}\n\nThe packages could not be installed: see above.`);
}
