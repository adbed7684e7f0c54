import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { Stop } from "./setup/run.js";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const appleApps = ["Google Chrome", "Chromium"];
const windowsChrome = "Google/Chrome/Application/chrome.exe";

/**
 * The Chromium or Chrome that browser tests use: CHROMIUM_PATH, the usual places, Playwright's own.
 * @param {Record<string, string | undefined>} [env]
 * @returns {string | undefined}
 * @throws when CHROMIUM_PATH names nothing
 */
export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) {
    if (existsSync(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Stop(`CHROMIUM_PATH is ${env.CHROMIUM_PATH}, but there is no such file.`);
  }
  return usualPlaces(env).find((path) => existsSync(path) && !isSnapStub(path)) ?? playwrightsOwn();
}

function usualPlaces(env) {
  const folders = [...(env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/snap/bin"];
  const programs = process.platform === "win32" ? [] : names;
  const windows = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA];
  return [
    ...programs.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name))),
    ...appleApps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`),
    ...windows
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, windowsChrome)),
  ];
}

/** Ubuntu's package is a small script that only asks for the snap. */
function isSnapStub(path) {
  if (statSync(path).size > 10_000 || existsSync("/snap/bin/chromium")) return false;
  return readFileSync(path, "utf8").includes("snap install chromium");
}

function playwrightsOwn() {
  try {
    const { chromium } = createRequire(import.meta.url)("@playwright/test");
    const path = chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
