import { addDays, civilDateOf } from "~/lib/civil-date";
import { addRules, memberWith } from "../cpd/association";
import { expect, test } from "../support/browser";

const CERTAIN = "401 023 2137";

let count = 0;

test.beforeEach(async ({ portal: { world, url }, context }, { workerIndex }) => {
  count += 1;
  const { gradeId } = await addRules(world.db);
  const today = civilDateOf(world.clock.now());
  const stretch = { beganOn: addDays(today, -60), endsOn: addDays(today, 300) };
  const name = `Nora Novak${workerIndex}x${count}`;
  const { personId } = await memberWith(world.db, gradeId, name, [stretch]);
  const provedAt = world.clock.real().toString();
  const session = await world.sessions.createSession(personId, {
    agent: "browser test",
    lastSeenAt: provedAt,
    provedAt,
    twoFactorAt: null,
  });
  const { name: cookie, value } = world.sessions.createSessionCookie(session.id);
  await context.addCookies([{ name: cookie, value, url }]);
});

const kind = (name: string) => ({ name, exact: true });

for (const way of ["@phone", "@desktop", "@nojs"])
  test(`a member logs an activity in five taps and sees what it counts ${way}`, async ({
    page,
    expectAccessible,
  }) => {
    const isScripted = way !== "@nojs";
    await page.goto("/cpd");
    if (isScripted) await expectAccessible();
    await page.getByRole("link", { name: "Log an activity" }).click();
    await page.getByLabel("Title").fill("Motivational interviewing, day one");
    await page.getByLabel("2 hours").click();
    await page.getByRole("radio", kind("Courses and education")).click();
    if (isScripted) await expectAccessible();
    await page.getByRole("button", { name: "Save activity" }).click();
    const said = page.getByRole("status").filter({ hasText: "Activity logged" });
    await expect(said).toContainText("2 hours are 2 points. You now have 2 of 20 points");
    await expect(page.getByRole("img", { name: "Points: 2 of 20" })).toBeVisible();
    await expect(page.getByRole("img", { name: "Formal hours: 2 of 10" })).toBeVisible();
    if (isScripted) await expectAccessible();
  });

for (const way of ["@phone", "@desktop", "@nojs"])
  test(`a patient's number is refused where it stands, and taken out on request ${way}`, async ({
    page,
    expectAccessible,
  }) => {
    const isScripted = way !== "@nojs";
    await page.goto("/cpd/activities/new");
    await page.getByLabel("Title").fill("Home visit");
    await page.getByLabel("1 hour").click();
    await page.getByRole("radio", kind("Learning at work")).click();
    await page.getByLabel(/What did you learn/).fill(`Met NHS number ${CERTAIN} at home`);
    await page.getByRole("button", { name: "Save activity" }).click();
    await expect(page.getByRole("alert")).toContainText("Remove the NHS number");
    await expect(page.getByLabel(/What did you learn/)).toHaveValue(
      `Met NHS number ${CERTAIN} at home`,
    );
    if (isScripted) await expectAccessible();
    await page.getByRole("button", { name: "Use the version with the details removed" }).click();
    await expect(page.getByText("Activity logged")).toBeVisible();
    await page.getByRole("status").getByRole("link", { name: "Home visit" }).click();
    await expect(page.getByRole("definition").last()).toHaveText(
      "Met NHS number [number removed] at home",
    );
    if (isScripted) await expectAccessible();
  });

test("while somebody types, the field says what it found and takes it back", async ({ page }) => {
  await page.goto("/cpd/activities/new");
  const learned = page.getByLabel(/What did you learn/);
  const warning = page.getByText("This looks like");
  await learned.pressSequentially("Ask tutor@example.org");
  await expect(warning).toHaveText(/^This looks like an email address/);
  await learned.fill(`NHS ${CERTAIN}`);
  await expect(warning).toHaveText(/^This looks like an NHS number. Take it out/);
  await learned.fill("Nothing of the kind");
  await expect(warning).toHaveCount(0);
});

test("a length that is chosen clears the one that was typed, and the other way round", async ({
  page,
}) => {
  await page.goto("/cpd/activities/new");
  await page.getByLabel("Or type the minutes").fill("45");
  await page.getByLabel("A day", { exact: true }).check();
  await expect(page.getByLabel("Or type the minutes")).toHaveValue("");
  await page.getByLabel("Or type the minutes").fill("50");
  await expect(page.getByLabel("A day", { exact: true })).not.toBeChecked();
});

for (const way of ["@phone", "@nojs"])
  test(`an activity that was deleted by mistake comes back with Undo ${way}`, async ({ page }) => {
    await page.goto("/cpd/activities/new");
    await page.getByLabel("Title").fill("Reading about grief");
    await page.getByLabel("30 minutes").click();
    await page.getByRole("radio", kind("Learning by yourself")).click();
    await page.getByRole("button", { name: "Save activity" }).click();
    await page.getByRole("status").getByRole("link", { name: "Reading about grief" }).click();
    await page.getByRole("button", { name: "Delete activity" }).click();
    await expect(page.getByText("Activity deleted: Reading about grief")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("Activity restored")).toBeVisible();
  });
