import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renewRecoveryCodes } from "~/accounts/two-factor";
import { staff } from "../support/people";
import { startTestPortal, type TestPortal } from "../support/portal";
import { appCode, browser, giveTwoFactor, newestMail, PASSWORD, withPassword } from "./support";

let app: TestPortal;
beforeAll(async () => {
  app = await startTestPortal();
});
afterAll(() => app.stop());

const later = (minutes: number) => app.clock.moveTo(app.clock.real().add({ minutes }));

async function signIn(email: string, next = "") {
  const visitor = browser(app);
  const response = await visitor.post("/sign-in", { email, password: PASSWORD, next });
  return { visitor, response };
}

const textBetween = (page: string, pattern: RegExp): string => page.match(pattern)?.[1] ?? "";

describe("setting up", () => {
  test("shows a picture and the key, is on after a code of the app, and shows ten codes once", async () => {
    const { email } = await withPassword(app.world.db, "Sam Setup");
    const { visitor } = await signIn(email);
    const { visitor: elsewhere } = await signIn(email);
    const address = "/account/security/two-factor?next=%2Faccount";
    const page = await (await visitor.get(address)).text();
    expect(page).toContain("data:image/svg+xml;base64,");
    const secret = textBetween(page, /portal-copy">([A-Z2-7 ]+)</);
    const setup = textBetween(page, /name="setup" value="([^"]+)"/);
    const wrong = await visitor.post(address, { setup, code: "000000" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain(secret);
    const done = await visitor.post(address, { setup, code: appCode(secret, app) });
    const codes = (await done.text()).match(/<code>[a-z0-9]{5}-[a-z0-9]{5}<\/code>/g);
    expect(codes).toHaveLength(10);
    expect(await (await visitor.get(address)).text()).toContain("10 recovery codes<!-- --> left");
    expect((await elsewhere.get("/account")).status).toBe(302);
    expect((await newestMail(app, email)).subject).toBe("Two-factor sign-in: something changed");
  });

  test("a set-up page made for one person does not serve another", async () => {
    const mallory = await withPassword(app.world.db, "Mal Lory");
    const { visitor: attacker } = await signIn(mallory.email);
    const page = await (await attacker.get("/account/security/two-factor")).text();
    const secret = textBetween(page, /portal-copy">([A-Z2-7 ]+)</);
    const setup = textBetween(page, /name="setup" value="([^"]+)"/);
    const victim = await withPassword(app.world.db, "Vic Tim");
    const { visitor } = await signIn(victim.email);
    const tried = await visitor.post("/account/security/two-factor", {
      setup,
      code: appCode(secret, app),
    });
    expect(tried.status).toBe(302);
    expect(await (await visitor.get("/account/security")).text()).toContain(
      "Set up two-factor sign-in",
    );
  });
});

describe("signing in", () => {
  test("there is no session at all before the second factor, and then one lands where one wanted to go", async () => {
    const { email, personId } = await withPassword(app.world.db, "Hal Fway");
    const secret = await giveTwoFactor(app, personId);
    const { visitor, response } = await signIn(email, "/account/devices");
    expect(response.headers.get("location")).toBe("/sign-in/two-factor");
    expect((await visitor.get("/account")).headers.get("location")).toBe(
      "/sign-in?next=%2Faccount",
    );
    const done = await visitor.post("/sign-in/two-factor", { code: appCode(secret, app) });
    expect(done.headers.get("location")).toBe("/account/devices");
    expect((await visitor.get("/account")).status).toBe(200);
  });

  test("a code of the app counts once, also for another browser", async () => {
    const { email, personId } = await withPassword(app.world.db, "Once Only");
    const secret = await giveTwoFactor(app, personId);
    const code = appCode(secret, app);
    const first = await signIn(email);
    const second = await signIn(email);
    expect((await first.visitor.post("/sign-in/two-factor", { code })).status).toBe(302);
    expect((await second.visitor.post("/sign-in/two-factor", { code })).status).toBe(422);
    await later(1);
    const fresh = { code: appCode(secret, app) };
    expect((await second.visitor.post("/sign-in/two-factor", fresh)).status).toBe(302);
  });

  test("a recovery code signs in once, and its owner is told", async () => {
    const { email, personId } = await withPassword(app.world.db, "Rec Overy");
    await giveTwoFactor(app, personId);
    const moment = { now: app.clock.now(), realNow: app.clock.real() };
    const [code = ""] = await renewRecoveryCodes(app.world, personId, moment);
    const first = await signIn(email);
    const typed = code.toUpperCase().replace("-", " ");
    expect((await first.visitor.post("/sign-in/two-factor", { code: typed })).status).toBe(302);
    expect((await newestMail(app, email)).text).toContain("with a recovery code");
    const second = await signIn(email);
    expect((await second.visitor.post("/sign-in/two-factor", { code })).status).toBe(422);
  });

  test("five wrong codes block further ones for a minute", async () => {
    const { email, personId } = await withPassword(app.world.db, "Gus Guess");
    const secret = await giveTwoFactor(app, personId);
    const { visitor } = await signIn(email);
    const attempt = (code: string) => visitor.post("/sign-in/two-factor", { code });
    for (let time = 0; time < 5; time += 1) expect((await attempt("12345")).status).toBe(422);
    const blocked = await attempt(appCode(secret, app));
    expect([blocked.status, blocked.headers.get("retry-after")]).toEqual([429, "60"]);
  });

  test("a mailed link does not pass by the second factor, nor does a reset of the password", async () => {
    const { email, personId } = await withPassword(app.world.db, "By Pass");
    await giveTwoFactor(app, personId);
    const visitor = browser(app);
    await visitor.post("/sign-in/link", { email });
    const { code } = await newestMail(app, email);
    const half = await visitor.post("/sign-in/code", { code });
    expect(half.headers.get("location")).toBe("/sign-in/two-factor");
    await visitor.post("/forgotten-password", { email });
    const { path } = await newestMail(app, email);
    const token = new URL(path, app.url).searchParams.get("token") ?? "";
    await visitor.post(path, { token, password: "four calm otters" });
    const again = await visitor.post("/sign-in", { email, password: "four calm otters" });
    expect(again.headers.get("location")).toBe("/sign-in/two-factor");
  });

  test("the half-way state ends after ten minutes", async () => {
    const { email, personId } = await withPassword(app.world.db, "Slow Poke");
    const secret = await giveTwoFactor(app, personId);
    const { visitor } = await signIn(email);
    await later(11);
    const late = await visitor.post("/sign-in/two-factor", { code: appCode(secret, app) });
    expect(late.headers.get("location")).toBe("/sign-in");
  });
});

describe("staff", () => {
  test("without two-factor sign-in are led to set it up, and see no office page before", async () => {
    const clerk = await staff(app.world.db, "Clara Clerk", "administrator");
    await app.world.db.deleteFrom("twoFactors").where("personId", "=", clerk.personId).execute();
    const response = await app.get("/admin/staff", { as: clerk });
    expect(response.headers.get("location")).toBe(
      "/account/security/two-factor?next=%2Fadmin%2Fstaff",
    );
  });

  test("cannot turn it off", async () => {
    const clerk = await staff(app.world.db, "Cleo Clerk", "treasurer");
    await app.post("/account/security/two-factor/off", {}, { as: clerk });
    const page = await (await app.get("/account/security/two-factor", { as: clerk })).text();
    expect(page).toContain("While you work for the office it stays on");
  });

  test("away for fifteen minutes prove who they are again, and go on under a new session", async () => {
    const clerk = await staff(app.world.db, "Idle Clerk", "administrator");
    const secret = await giveTwoFactor(app, clerk.personId);
    const visitor = browser(app);
    visitor.cookies.set("portal", (await app.cookieOf(clerk)).replace("portal=", ""));
    const before = visitor.cookies.get("portal");
    expect((await visitor.get("/admin/staff")).status).toBe(200);
    await later(16);
    const asked = await visitor.get("/admin/staff");
    expect(asked.headers.get("location")).toBe("/sign-in/again?next=%2Fadmin%2Fstaff");
    expect(
      (await visitor.post("/sign-in/again", { code: "12345", next: "/admin/staff" })).status,
    ).toBe(422);
    const proven = await visitor.post("/sign-in/again", {
      code: appCode(secret, app),
      next: "/admin/staff",
    });
    expect(proven.headers.get("location")).toBe("/admin/staff");
    expect((await visitor.get("/admin/staff")).status).toBe(200);
    expect(visitor.cookies.get("portal")).not.toBe(before);
  });
});

test("a member may turn it off, after proving again who they are", async () => {
  const { email, personId } = await withPassword(app.world.db, "Off Again");
  const secret = await giveTwoFactor(app, personId);
  const { visitor } = await signIn(email);
  await visitor.post("/sign-in/two-factor", { code: appCode(secret, app) });
  await later(11);
  const asked = await visitor.get("/account/security/two-factor/off");
  expect(asked.headers.get("location")).toBe(
    "/sign-in/again?next=%2Faccount%2Fsecurity%2Ftwo-factor%2Foff",
  );
  await visitor.post("/sign-in/again", { password: PASSWORD });
  const off = await visitor.post("/account/security/two-factor/off", {});
  expect(off.headers.get("location")).toBe("/account/security?done=twoFactorOff");
  expect((await signIn(email)).response.headers.get("location")).toBe("/");
});
