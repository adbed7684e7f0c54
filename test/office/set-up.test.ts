import { afterEach, beforeEach, expect, test } from "vitest";
import { mayBeSetUp, openSetUp } from "~/office/set-up";
import { associationSettings } from "~/office/settings";
import { person, staff } from "../support/people";
import { startTestPortal, type TestPortal } from "../support/portal";

let app: TestPortal;
beforeEach(async () => {
  app = await startTestPortal();
});
afterEach(() => app.stop());

const filled = {
  associationName: "Link Workers Together",
  givenName: "Ada",
  familyName: "Admin",
  email: "Ada@example.org",
  password: "three quiet otters swim",
};
const address = (token: string) => `/setup?token=${token}`;

test("an empty portal is set up once, by whoever has the token", async () => {
  const token = (await openSetUp(app.world.db)) ?? "";
  expect((await app.get(address(token))).status).toBe(200);
  const done = await app.post(address(token), filled);
  expect([done.status, done.headers.get("location")]).toEqual([302, "/sign-in?next=/admin"]);
  expect(await associationSettings(app.world.db)).toMatchObject({
    name: "Link Workers Together",
    contactEmail: "Ada@example.org",
  });
  const roles = await app.world.db.selectFrom("staffRoles").select("role").execute();
  expect(roles).toEqual([{ role: "administrator" }]);
  const grades = await app.world.db.selectFrom("grades").select("id").execute();
  expect(grades.length).toBeGreaterThan(3);

  expect((await app.get(address(token))).status).toBe(404);
  expect((await app.post(address(token), filled)).status).toBe(404);
  expect(await openSetUp(app.world.db)).toBeUndefined();
});

test("names of nothing but spaces are refused, and the page stays open", async () => {
  const token = (await openSetUp(app.world.db)) ?? "";
  const refused = await app.post(address(token), {
    ...filled,
    associationName: " ",
    givenName: " ",
    familyName: " ",
  });
  expect(refused.status).toBe(400);
  const page = await refused.text();
  for (const words of ["the association’s name", "your first name", "your last name"])
    expect(page).toContain(`Enter ${words}`);
  expect((await app.get(address(token))).status).toBe(200);
});

test("two people who send the form at once make one association", async () => {
  const token = (await openSetUp(app.world.db)) ?? "";
  const answers = await Promise.all([
    app.post(address(token), filled),
    app.post(address(token), { ...filled, email: "eve@example.org" }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([302, 404]);
});

test("without the token, with a wrong one or with an older one the page does not exist", async () => {
  expect((await app.get("/setup")).status).toBe(404);
  const older = (await openSetUp(app.world.db)) ?? "";
  const token = (await openSetUp(app.world.db)) ?? "";
  expect(await mayBeSetUp(app.world.db, older)).toBe(false);
  expect((await app.get(address("guess"))).status).toBe(404);
  expect((await app.get(address(token))).status).toBe(200);
});

test("a portal with staff offers no set-up", async () => {
  await staff(app.world.db, "Ada Admin", "administrator");
  expect(await openSetUp(app.world.db)).toBeUndefined();
});

test("a form with slips says so and keeps what was typed, but not the password", async () => {
  const token = (await openSetUp(app.world.db)) ?? "";
  const refused = await app.post(address(token), { ...filled, email: "ada", password: "short" });
  const text = await refused.text();
  expect(refused.status).toBe(400);
  expect(text).toContain("Link Workers Together");
  expect(text).toContain("Enter an email address in the correct format");
  expect(text).not.toContain("three quiet otters");
  const weak = await app.post(address(token), { ...filled, password: "password1234" });
  expect(weak.status).toBe(400);
  expect(await mayBeSetUp(app.world.db, token)).toBe(true);
});

test("an address that somebody has is refused and nothing is made", async () => {
  const token = (await openSetUp(app.world.db)) ?? "";
  await person(app.world.db, "Ada Admin", "ada@example.org");
  expect((await app.post(address(token), filled)).status).toBe(422);
  expect(await app.world.db.selectFrom("grades").selectAll().execute()).toEqual([]);
});
