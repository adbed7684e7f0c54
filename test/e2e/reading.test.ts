import type { Page } from "@playwright/test";
import { expect, test } from "../support/browser";

const PUBLIC = [
  "/",
  "/about",
  "/help",
  "/contact",
  "/code-of-practice",
  "/terms",
  "/privacy",
  "/cookies",
  "/accessibility",
  "/verify",
  "/join",
  "/sign-in",
  "/sign-in/link",
  "/sign-up",
  "/forgotten-password",
  "/no-such-page",
];

const PEOPLE = [
  "Amara Okafor",
  "Catrin Howells",
  "Eilidh MacLeod",
  "Declan Quinn",
  "Harpreet Kaur",
  "Farah Siddiqui",
  "Bem Adeyemi",
];

const NARROWEST = { width: 320, height: 640 };

test.use({ viewport: NARROWEST });

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** Nothing sideways, nothing for axe, and no script of the framework. */
async function expectReadable(page: Page, expectAccessible: () => Promise<void>) {
  expect(await widthOf(page), `the width of ${page.url()}`).toBeLessThanOrEqual(NARROWEST.width);
  await expect(page.locator("script[src*='entry.client'], link[rel=modulepreload]")).toHaveCount(0);
  await expectAccessible();
}

test("every public page fits a narrow phone, suits everybody and sends no script of the framework", {
  tag: "@phone",
}, async ({ page, expectAccessible }) => {
  for (const path of PUBLIC) {
    await page.goto(path);
    await expectReadable(page, expectAccessible);
  }
});

test("everybody's first screen fits a narrow phone, suits everybody and sends no script of the framework", {
  tag: "@phone",
}, async ({ page, be, expectAccessible }) => {
  for (const character of PEOPLE) {
    await be(character);
    await expectReadable(page, expectAccessible);
  }
});

test(
  "a first visit to the home page transfers less than 60 KB in all",
  {
    tag: "@phone",
  },
  async ({ page, context }, { annotations }) => {
    const network = await context.newCDPSession(page);
    await network.send("Network.enable");
    const sizes: number[] = [];
    network.on("Network.loadingFinished", ({ encodedDataLength }) => sizes.push(encodedDataLength));
    await page.goto("/", { waitUntil: "networkidle" });
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    annotations.push({
      type: "first visit to /",
      description: `${bytes} bytes, ${sizes.length} files`,
    });
    expect(bytes).toBeLessThan(60 * 1024);
  },
);
