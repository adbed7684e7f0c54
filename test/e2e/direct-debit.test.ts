import type { Page } from "@playwright/test";
import { expect, testWithOwnPortal } from "../support/browser";
import { click, fillApplication, heading, payByCard, payByDebit } from "../support/journey";

const test = testWithOwnPortal(); // whose clock is moved

test.slow(); // two weeks are lived through, day by day

async function letAWeekPass(page: Page) {
  await page.goto("/demo");
  await click(page, "A week");
  await expect(page.getByRole("button", { name: "A week" })).toBeVisible({ timeout: 20_000 });
}

test("a Direct Debit makes a provisional member, and a current one when it has settled", {
  tag: "@phone",
}, async ({ page, be, mailTo, expectAccessible }) => {
  await be("Farah Siddiqui");
  await page.getByRole("link", { name: "Pay and become a member" }).click();
  await click(page, "Pay £45.00 now");
  await payByDebit(page, "00012345");
  await expect(heading(page)).toHaveText("Nearly there, Farah");
  await expect(page.getByText(/^If your bank has not paid by \d+ \w+ \d{4}/)).toBeVisible();
  await expectAccessible();
  await page.goto("/membership");
  await expect(page.getByText("Provisional", { exact: true })).toBeVisible();
  await expect(page.getByText(/^You are a member until \d+ \w+ \d{4}/)).toBeVisible();

  await letAWeekPass(page);
  await letAWeekPass(page);
  await page.goto("/membership");
  await expect(page.getByText("Current", { exact: true })).toBeVisible();
  await expect(page.getByText(/^You are a current member until \d+ \w+ \d{4}/)).toBeVisible();
  await expect
    .poll(async () => (await mailTo("farah.siddiqui@example.com")).subject)
    .toMatch(/receipt/i);
});

test("a Direct Debit that fails is told, and paid by card instead", {
  tag: "@desktop",
}, async ({ page, be, mailTo, expectAccessible }) => {
  await be("Bem Adeyemi");
  await page.goto("/join/apply");
  await fillApplication(page, /Practising member/);
  await click(page, "Send my application");
  await click(page, "Pay £45.00 now");
  await payByDebit(page, "33333335");
  await expect(heading(page)).toContainText("Nearly there");

  await letAWeekPass(page);
  await letAWeekPass(page);
  expect((await mailTo("bem.adeyemi@example.com")).text).toMatch(/Direct Debit/);
  await page.goto("/join/pay");
  await expect(page.getByText("The payment did not go through")).toBeVisible();
  await expectAccessible();
  await click(page, "Pay £45.00 now");
  await payByCard(page, "4242 4242 4242 4242");
  await expect(heading(page)).toContainText("Welcome");
  await page.goto("/membership");
  await expect(page.getByText("Current", { exact: true })).toBeVisible();
});
