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
  "everything on a first visit to the home page is less than 60 KB together",
  {
    tag: "@phone",
  },
  async ({ page }, { annotations }) => {
    await page.goto("/");
    const { content, transferred } = await page.evaluate(() => {
      const kinds = ["navigation", "resource"].flatMap((kind) =>
        performance.getEntriesByType(kind),
      );
      const files = kinds as PerformanceResourceTiming[];
      const sum = (size: "encodedBodySize" | "transferSize") =>
        files.reduce((soFar, file) => soFar + file[size], 0);
      return { content: sum("encodedBodySize"), transferred: sum("transferSize") };
    });
    const description = `${content} bytes, with headers ${transferred}`;
    annotations.push({ type: "first visit to /", description });
    expect(content).toBeGreaterThan(0);
    expect(content).toBeLessThan(60_000);
  },
);
