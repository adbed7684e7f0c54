/**
 * Makes a fresh clone ready, and an up-to-date one at once: packages, build, browser.
 *   node bin/ensure.js            packages and build
 *   node bin/ensure.js install    packages only
 *   node bin/ensure.js test       packages, build and a browser for the tests
 */
import { join } from "node:path";
import { ensureBrowser } from "./setup/browser.js";
import { build, isBuilt } from "./setup/build.js";
import { install, isInstalled } from "./setup/install.js";
import { withLock } from "./setup/lock.js";
import { root, Stop, say } from "./setup/run.js";

const OLDEST_NODE = [20, 19];

async function ensure(mode) {
  const wantsBuild = mode !== "install";
  const isReady = () => isInstalled() && (!wantsBuild || isBuilt());
  if (!isReady()) {
    await withLock(join(root, ".cache/setup.lock"), {
      onWait: () => say("Another start is preparing the portal: waiting for it."),
      work: async () => {
        if (!isInstalled()) await install();
        if (wantsBuild && !isBuilt()) await build();
      },
    });
  }
  if (mode === "test") await ensureBrowser();
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Stop(
    `Linkway needs Node ${OLDEST_NODE.join(".")} or newer; this is Node ${process.versions.node}.`,
  );
}

// Leaving by process.exit releases the lock.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

try {
  checkNode();
  await ensure(process.argv[2]);
} catch (error) {
  console.error(error instanceof Stop ? error.message : error);
  process.exitCode = 1;
}
