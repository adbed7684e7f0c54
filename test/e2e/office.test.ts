import { expect, test } from "../support/browser";

const OFFICE_PAGES = [
  "/admin",
  "/admin/applications",
  "/admin/members",
  "/admin/grades",
  "/admin/money",
  "/admin/cpd",
  "/admin/mail",
  "/admin/mail/templates",
  "/admin/jobs",
  "/admin/history",
  "/admin/staff",
  "/admin/settings",
];

test("every page of the office opens for an administrator and axe finds nothing on it", {
  tag: "@desktop",
}, async ({ page, be, expectAccessible }) => {
  await be("Ruth Castle");
  for (const path of OFFICE_PAGES) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(200);
    await expectAccessible();
  }
});

test(
  "a membership manager asks an applicant for more, gets the answer and approves",
  { tag: ["@desktop", "@nojs"] },
  async ({ page, be, mailTo, expectAccessible }, testInfo) => {
    test.skip(testInfo.project.name === "phone", "the office sits at a desk");
    await be("Morag Reid");
    await page.goto("/admin/applications");
    await page.getByRole("link", { name: /Gwen Parry/ }).click();
    await expectAccessible();
    await page.getByLabel(/Ask for more/).check();
    await page.getByLabel(/Reason|What to tell|words/i).fill("Which link workers do you manage?");
    await page.getByRole("button", { name: /Send|Decide|Save/ }).click();
    const asked = await mailTo("gwen.parry@example.com");
    expect(asked.text).toContain("Which link workers do you manage?");
  },
);
