import { defineConfig } from "@playwright/test";
import { findChromium } from "./bin/find-chromium.js";

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const desktop = { viewport: { width: 1280, height: 900 } };

/**
 * The tags of a test name the projects that run it: @phone, @desktop, @nojs. A test without any of
 * them runs on the phone and on the desktop. Each worker starts a portal of its own (test/support).
 */
const untagged = /^(?!.*@(?:phone|desktop|nojs)\b)/s;
const runsOn = (tag: string) => new RegExp(`@${tag}\\b`);

export default defineConfig({
  testDir: "test/e2e",
  testMatch: "**/*.test.ts",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 30_000,
  reporter: "list",
  use: {
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    locale: "en-GB",
    timezoneId: "Europe/London",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findChromium(),
      // No sandbox, as tests also run as root; no calls of the browser's own to the network.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "phone", use: phone, grep: [untagged, runsOn("phone")] },
    { name: "desktop", use: desktop, grep: [untagged, runsOn("desktop")] },
    {
      name: "phone-without-javascript",
      use: { ...phone, javaScriptEnabled: false },
      grep: runsOn("nojs"),
    },
  ],
});
