import { join } from "node:path";
import { findChromium } from "../find-chromium.js";
import { aptInstall, mayUseApt, root, run, Stop, say } from "./run.js";

/** Makes sure that the browser tests have a Chromium, installing one where that is possible. */
export async function ensureBrowser() {
  if (findChromium()) return;
  say("Installing Chromium for the browser tests.");
  if (mayUseApt()) await aptInstall(["chromium"]);
  if (findChromium()) return;
  await run(process.execPath, [
    join(root, "node_modules/@playwright/test/cli.js"),
    "install",
    "chromium",
  ]);
  if (findChromium()) return;
  throw new Stop(
    "The browser tests need Chromium or Chrome: install one, or name it in CHROMIUM_PATH, and run npm test again.",
  );
}
