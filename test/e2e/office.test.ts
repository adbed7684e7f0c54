import type { Page } from "@playwright/test";
import { Temporal } from "temporal-polyfill";
import { DEMONSTRATION_PASSWORD } from "~/demo/characters";
import { currentCode } from "~/demo/demonstration-code";
import { addDays, civilDateOf } from "~/lib/civil-date";
import { dateInWords } from "~/lib/words";
import { expect, test } from "../support/browser";
import { click, heading, signIn } from "../support/journey";

const QUESTION = "Which link workers do you manage?";
const ANSWER = "Four of them, at two practices";
const REASON = "The letter does not show an income. Send a newer one if you apply again";

const decide = async (page: Page, decision: string, reason: string) => {
  await page.getByLabel(decision, { exact: true }).check();
  await page.getByLabel(/your reason for declining/).fill(reason);
  await click(page, "Save the decision");
};

test("a manager signs in with two factors and asks for more, the applicant answers, and is approved", {
  tag: ["@desktop", "@nojs"],
}, async ({ page, be, mailTo, expectAccessible }) => {
  await signIn(page, "Morag.Reid@example.com", DEMONSTRATION_PASSWORD);
  await expectAccessible();
  await page.getByLabel("Code").fill(currentCode(Temporal.Now.instant()));
  await click(page, "Sign in");
  await page.getByRole("link", { name: "1 application to read" }).click();
  await page.getByRole("link", { name: "Gwen Parry" }).click();
  await decide(page, "Ask for more", "");
  await expect(page.getByRole("alert")).toContainText("Enter what the applicant should read");
  await expectAccessible();
  await decide(page, "Ask for more", QUESTION);
  await expect(page.getByRole("link", { name: "Gwen Parry" })).toHaveCount(0);

  expect((await mailTo("gwen.parry@example.com")).text).toContain(QUESTION);
  await be("Gwen Parry");
  await page.getByRole("link", { name: "Read and answer it" }).click();
  if (/join$/.test(page.url())) await page.getByRole("link", { name: "Answer" }).click();
  await expect(page.getByText(QUESTION)).toBeVisible();
  await expectAccessible();
  await page.getByLabel("Your answer").fill(ANSWER);
  await click(page, "Send my answer");
  await expect(page.getByText("Answer sent")).toBeVisible();

  await be("Morag Reid");
  await page.goto("/admin/applications");
  await page.getByRole("link", { name: "Gwen Parry" }).click();
  await expect(page.getByText(ANSWER)).toBeVisible();
  await decide(page, "Approve", "");
  await expect(page.getByRole("link", { name: "Gwen Parry" })).toHaveCount(0);

  await be("Gwen Parry");
  await page.getByRole("link", { name: "Pay and become a member" }).click();
  await expect(heading(page)).toContainText("Pay for your membership");
  await expect(page.getByRole("button", { name: "Pay £60.00 now" })).toBeVisible();
});

test("somebody who is declined reads why, on the page and by mail, and can apply again", {
  tag: "@desktop",
}, async ({ page, be, mailTo, expectAccessible }) => {
  await be("Morag Reid");
  await page.goto("/admin/applications");
  await page.getByLabel("Show", { exact: true }).selectOption("Waiting for the applicant’s answer");
  await click(page, "Show applications");
  await page.getByRole("link", { name: "Ines Moreau" }).click();
  await decide(page, "Decline", REASON);
  await be("Ines Moreau");
  await page.goto("/join");
  await expect(page.getByRole("blockquote")).toHaveText(REASON);
  await expect(page.getByRole("link", { name: "Apply again" })).toBeVisible();
  await expectAccessible();
  expect((await mailTo("ines.moreau@example.com")).text).toContain(REASON);
});

test("the office finds a person by name, number, email and employer, and sees cover, payments and history", {
  tag: "@desktop",
}, async ({ page, be }) => {
  await be("Morag Reid");
  await page.goto("/admin/members");
  const row = page.getByRole("row", { name: /Amara Okafor/ });
  const number = async () => /LW-\d{6}/.exec((await row.textContent()) ?? "")?.[0] ?? "";
  const known = ["okafor", await number(), "Amara.Okafor@example.com", "Lea Wharf"];
  for (const words of known) {
    await page.getByLabel("Name, number, email or employer").fill(words);
    await click(page, "Search");
    await expect(row, words).toBeVisible();
    await expect(page.getByRole("row", { name: /Catrin Howells/ }), words).toHaveCount(0);
  }
  await page.getByRole("link", { name: "Amara Okafor" }).click();
  await expect(page.getByText("Current", { exact: true })).toBeVisible();
  const table = (name: string) => page.getByRole("region", { name });
  await expect(table("Terms of membership").getByRole("row")).toHaveCount(3);
  await expect(table("Payments").getByRole("row", { name: /Paid £45.00/ })).toHaveCount(2);
  await expect(page.getByRole("heading", { name: "History" })).toBeVisible();

  await page.getByRole("link", { name: "Edit details" }).click();
  await page.getByLabel("Job title").fill("Senior social prescriber");
  await click(page, /^Save/);
  await expect(page.getByText("Details saved")).toBeVisible();
  await expect(page.getByText(/Morag Reid/).first()).toBeVisible();
});

test("a new price is set from a day on, and today's stays until then", {
  tag: "@desktop",
}, async ({ page, be, portal: { world } }) => {
  const firstDay = addDays(civilDateOf(world.clock.now()), 30);
  await be("Morag Reid");
  await page.goto("/admin/grades");
  await page.getByRole("link", { name: "Supporter" }).click();
  await page.getByRole("link", { name: "Set a price" }).click();
  await page.getByLabel("Price in pounds").fill("0.10");
  await click(page, "Save price");
  await expect(page.getByRole("alert")).toContainText("30p or more");
  await page.getByLabel("Price in pounds").fill("27.50");
  await page.getByLabel("First day").fill(firstDay);
  await click(page, "Save price");
  await expect(page.getByText("Price saved")).toBeVisible();
  const price = (words: string) => page.getByRole("row", { name: words });
  await expect(price("£27.50")).toContainText(dateInWords(firstDay));
  await expect(price("£25.00")).toContainText(dateInWords(addDays(firstDay, -1)));
  await page.goto("/join");
  await expect(page.getByText("£25.00 a year")).toBeVisible();
});
