import type { Locator, Page } from "@playwright/test";
import { DEMONSTRATION_PASSWORD } from "~/demo/characters";
import { expect, test } from "../support/browser";

const MOST_STEPS = 40;

/** Goes on with the Tab key until something is reached. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  const isThere = () => wanted.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < MOST_STEPS && !(await isThere()); step += 1)
    await page.keyboard.press("Tab");
  await expect(wanted).toBeFocused();
}

test("somebody with a keyboard alone signs in, is led to what went wrong, and logs an activity", {
  tag: "@desktop",
}, async ({ page }) => {
  const press = (key: string) => page.keyboard.press(key);
  await page.goto("/sign-in");
  await press("Tab");
  await expect(page.getByRole("link", { name: "Skip to main content" })).toBeFocused();
  await press("Enter");
  await press("Tab");
  await expect(page.getByLabel("Email address")).toBeFocused();
  await page.keyboard.type("eilidh.macleod@example.com");
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await page.keyboard.type(DEMONSTRATION_PASSWORD);
  await press("Enter");
  await expect(page.getByText("Signed in as Eilidh")).toBeVisible();

  await tabTo(page, page.getByRole("link", { name: "CPD", exact: true }));
  await press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Log an activity" }));
  await press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Save activity" }));
  await press("Enter");
  await expect(page.getByRole("alert")).toBeFocused();
  await press("Tab");
  await expect(page.getByRole("alert").getByRole("link").first()).toBeFocused();
  await press("Enter");
  await expect(page.getByLabel("Title")).toBeFocused();

  await page.keyboard.type("Reading with the keyboard");
  await tabTo(page, page.getByRole("radio", { name: "30 minutes" }));
  await press("ArrowDown");
  await expect(page.getByRole("radio", { name: "1 hour" })).toBeChecked();
  const kinds = page.getByRole("group", { name: "What kind of activity was it?" });
  await tabTo(page, kinds.getByRole("radio").first());
  await press("Space");
  await tabTo(page, page.getByRole("button", { name: "Save activity" }));
  await press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Activity logged" })).toBeVisible();
});
