import { expect, test } from "../support/browser";
import { click, EVERYWHERE, fillApplication, heading, payByCard, signUp } from "../support/journey";

test(
  "somebody new reads, signs up, applies, pays by card and logs a first activity",
  EVERYWHERE,
  async ({ page, mailTo, expectAccessible }, testInfo) => {
    test.slow(); // the whole way, with axe on every page of it
    const email = `nia.${testInfo.project.name}@example.com`;
    await page.goto("/join");
    await expectAccessible();
    await page
      .getByRole("link", { name: /create an account/i })
      .first()
      .click();
    await expectAccessible();
    await signUp(page, email, mailTo);

    await expect(heading(page)).toContainText("About you");
    await click(page, "Save and continue");
    await expect(page.getByRole("alert")).toContainText("Enter your first name");
    await expectAccessible();
    await fillApplication(page, /Practising member/);

    await expect(heading(page)).toContainText("Check your answers");
    await expect(page.getByText("Thrive Dyffryn Alun")).toBeVisible();
    await expectAccessible();
    await click(page, "Send my application");
    await expect(heading(page)).toContainText("Pay for your membership");
    await expectAccessible();
    await click(page, "Pay £45.00 now");
    await payByCard(page, "4000 0000 0000 0002");
    await expect(page.getByRole("alert")).toContainText("declined");
    await payByCard(page, "4242 4242 4242 4242");

    await expect(heading(page)).toContainText("Welcome");
    await expect(page.getByText(/LW-\d{6}/)).toBeVisible();
    await expectAccessible();

    await page.goto("/cpd/activities/new");
    await expectAccessible();
    await page.getByLabel("Title").fill("Suicide awareness training");
    await page.getByLabel("1 hour", { exact: true }).check();
    await page.getByLabel(/^Courses and education/).check();
    await click(page, "Save activity");
    await expect(page.getByText("1 of 20", { exact: true })).toBeVisible();
    await expectAccessible();

    for (const path of ["/", "/membership", "/membership/payments", "/account"]) {
      await page.goto(path);
      await expectAccessible();
    }
  },
);

test("an abandoned payment can be taken up again, and what was typed is still there after leaving", async ({
  page,
  mailTo,
}, testInfo) => {
  await page.goto("/sign-up?next=/join/apply");
  await signUp(page, `leaves.${testInfo.project.name}@example.com`, mailTo);
  await page.getByLabel("First name").fill("Nia");
  await click(page, "Save and come back later");
  await page.goto("/join/apply");
  await expect(page.getByLabel("First name")).toHaveValue("Nia");

  await fillApplication(page, /Retired/);
  await click(page, "Send my application");
  await click(page, "Pay £18.00 now");
  await page.getByRole("link", { name: "Back without paying" }).click();
  await click(page, "Pay £18.00 now");
  await payByCard(page, "4242 4242 4242 4242");
  await expect(heading(page)).toContainText("Welcome");
});
