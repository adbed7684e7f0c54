import { DEMONSTRATION_PASSWORD } from "~/demo/characters";
import { expect, test } from "../support/browser";
import { click, codeIn, heading, linkIn, PASSWORD, signIn } from "../support/journey";

test("a forgotten password is replaced by a mailed link, which a scanner's looks do not use up", {
  tag: "@phone",
}, async ({ page, mailTo, request, expectAccessible }) => {
  const email = "declan.quinn@example.com";
  await page.goto("/forgotten-password");
  await page.getByLabel("Email address").fill(" Declan.Quinn@Example.com ");
  await click(page, "Send me a link");
  await expect(heading(page)).toHaveText("Check your email");
  const link = linkIn((await mailTo(email)).text);
  for (const _look of [1, 2]) expect((await request.get(link)).status()).toBe(200);

  await page.goto(link);
  await page.getByLabel("New password").fill("short");
  await click(page, "Change password");
  await expect(page.getByRole("alert")).toContainText("at least 12 characters");
  await expectAccessible();
  await page.getByLabel("New password").fill(PASSWORD);
  await click(page, "Change password");
  await expect(page.getByText("Your password was changed")).toBeVisible();
  expect((await request.get(link)).status()).toBe(410);

  await signIn(page, email, DEMONSTRATION_PASSWORD);
  await expect(page.getByRole("alert")).toContainText("is not right");
  await signIn(page, email, PASSWORD);
  await expect(page.getByText("Signed in as Declan")).toBeVisible();
});

test("a mailed code signs in; the link beside it does nothing for a scanner, and ends with it", {
  tag: ["@phone", "@nojs"],
}, async ({ page, mailTo, request, expectAccessible }) => {
  await page.goto("/sign-in/link");
  await page.getByLabel("Email address").fill("catrin.howells@example.com");
  await click(page, "Send me a code");
  const { text } = await mailTo("catrin.howells@example.com");
  const link = linkIn(text);
  expect(await (await request.get(link)).text()).toContain("You are about to sign in");
  expect(await (await request.get("/")).text()).not.toContain("Signed in as");

  await page.getByLabel("Code").fill(codeIn(text) === "000000" ? "111111" : "000000");
  await click(page, "Sign in");
  await expect(page.getByRole("alert")).toContainText("code");
  await expectAccessible();
  await page.getByLabel("Code").fill(codeIn(text));
  await click(page, "Sign in");
  await expect(page.getByText("Signed in as Catrin")).toBeVisible();
  expect((await request.get(link)).status()).toBe(410);
});

test("somebody signs another device out, which then has to sign in again", {
  tag: "@desktop",
}, async ({ page, be, browser, baseURL }) => {
  const other = await browser.newPage({ baseURL });
  await signIn(other, "joan.bright@example.com", DEMONSTRATION_PASSWORD);
  await expect(other.getByText("Signed in as Joan")).toBeVisible();

  await be("Joan Bright");
  await page.goto("/account/security");
  await page.getByRole("link", { name: "See devices" }).click();
  await click(page, /^Sign out Chrome/);
  await expect(page.getByText("That device is signed out")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Sign out Chrome/ })).toHaveCount(0);
  await other.goto("/account");
  await expect(heading(other)).toHaveText("Sign in");
  await other.close();
});

test("what is sent after the session has ended is saved once its sender has signed in", {
  tag: ["@phone", "@nojs"],
}, async ({ page, be, context, expectAccessible }) => {
  await be("Amara Okafor");
  await page.goto("/cpd/activities/new");
  await page.getByLabel("Title").fill("Written while the session ended");
  await page.getByLabel("2 hours", { exact: true }).check();
  await page.getByLabel(/^Learning at work/).check();
  const other = await context.newPage();
  await other.goto("/");
  await click(other, "Sign out");
  await expect(other.getByText("You are signed out")).toBeVisible();

  await click(page, "Save activity");
  await expect(heading(page)).toHaveText("Sign in to finish");
  await expectAccessible();
  await page.getByLabel("Email address").fill("amara.okafor@example.com");
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await click(page, "Sign in and finish");
  await expect(page.getByRole("alert")).toContainText("is not right");
  await page.getByLabel("Password", { exact: true }).fill(DEMONSTRATION_PASSWORD);
  await click(page, "Sign in and finish");
  await expect(page.getByRole("status").filter({ hasText: "Activity logged" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Written while the session ended" })).not.toHaveCount(
    0,
  );
});
