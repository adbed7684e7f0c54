import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { beginAttempt } from "~/accounts/sign-in-failures";
import { startTestPortal, type TestPortal } from "../support/portal";
import { browser, mailsTo, newestMail, PASSWORD, withPassword } from "./support";

let app: TestPortal;
beforeAll(async () => {
  app = await startTestPortal();
});
afterAll(() => app.stop());

const CHROME = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";
const later = (minutes: number) => app.clock.moveTo(app.clock.real().add({ minutes }));
const tokenOf = (path: string) => new URL(path, app.url).searchParams.get("token") ?? "";

async function signedIn(email: string, agent?: string) {
  const visitor = browser(app, agent);
  await visitor.post("/sign-in", { email, password: PASSWORD });
  return visitor;
}

describe("by password", () => {
  test("goes to where one wanted to go, in any case of the address", async () => {
    await withPassword(app.world.db, "Nia Next");
    const visitor = browser(app);
    const asked = await visitor.get("/account/devices");
    expect(asked.headers.get("location")).toBe("/sign-in?next=%2Faccount%2Fdevices");
    const response = await visitor.post("/sign-in", {
      email: " NIA.next@EXAMPLE.com ",
      password: PASSWORD,
      next: "/account/devices",
    });
    expect([response.status, response.headers.get("location")]).toEqual([302, "/account/devices"]);
    expect(await (await visitor.get("/account/devices")).text()).toContain("Firefox on Android");
    expect((await visitor.get("/sign-in")).headers.get("location")).toBe("/");
  });

  test.each([
    ["Double", "//evil.example"],
    ["Absolute", "https://evil.example"],
    ["Back", "/\\evil.example"],
  ])("never leads away from the portal: %s %s", async (name, next) => {
    const { email } = await withPassword(app.world.db, `Away ${name}`);
    const response = await browser(app).post("/sign-in", { email, password: PASSWORD, next });
    expect(response.headers.get("location")).toBe("/");
  });

  test("a wrong password and an unknown address get the same answer", async () => {
    const { email } = await withPassword(app.world.db, "Wanda Wrong");
    const answers = await Promise.all(
      [email, "nobody.at.all@example.com"].map(async (address) => {
        const credentials = { email: address, password: "not the right one" };
        const response = await browser(app).post("/sign-in", credentials);
        const page = (await response.text()).replaceAll(address, "ADDRESS");
        return { status: response.status, page: page.replace(/nonce="[^"]*"/g, "") };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.status).toBe(422);
    expect(answers[0]?.page).toContain("The email address or the password is not right");
  });

  test("starts a new session, whatever session id the browser came with", async () => {
    const { email } = await withPassword(app.world.db, "Fix Ation");
    const visitor = browser(app);
    visitor.cookies.set("portal", "a-session-id-that-an-attacker-planted");
    await visitor.post("/sign-in", { email, password: PASSWORD });
    const first = visitor.cookies.get("portal");
    expect(first).not.toBe("a-session-id-that-an-attacker-planted");
    await visitor.post("/sign-in", { email, password: PASSWORD });
    expect(visitor.cookies.get("portal")).not.toBe(first);
    const old = await browser(app).send("/account", { headers: { cookie: `portal=${first}` } });
    expect(old.status).toBe(302);
  });

  test("after five failures nothing is tried for a minute, and the right password waits too", async () => {
    const { email } = await withPassword(app.world.db, "Lena Locked");
    const attempt = (password: string) => browser(app).post("/sign-in", { email, password });
    for (let time = 0; time < 5; time += 1) expect((await attempt("wrong")).status).toBe(422);
    const blocked = await attempt(PASSWORD);
    expect([blocked.status, blocked.headers.get("retry-after")]).toEqual([429, "60"]);
    expect(await blocked.text()).toContain("Wait 1 minute, then try again");
    await later(2);
    expect((await attempt(PASSWORD)).status).toBe(302);
    expect((await attempt("wrong")).status).toBe(422);
  });

  test("many attempts at once cannot outrun the count", async () => {
    const realNow = app.clock.real();
    const tries = Array.from({ length: 20 }, () => beginAttempt(app.world.db, "parallel", realNow));
    const allowed = (await Promise.all(tries)).filter((attempt) => attempt.ok);
    expect(allowed).toHaveLength(5);
  });
});

describe("by mail", () => {
  test("the code signs in, in the browser that asked", async () => {
    const { email } = await withPassword(app.world.db, "Cody Code");
    const visitor = browser(app);
    await visitor.post("/sign-in/link", { email, next: "/account" });
    const { code } = await newestMail(app, email);
    expect((await browser(app).post("/sign-in/code", { code })).headers.get("location")).toBe(
      "/sign-in/link",
    );
    expect((await visitor.post("/sign-in/code", { code })).headers.get("location")).toBe(
      "/account",
    );
  });

  test("the link signs in by its button, once, and not after ten minutes", async () => {
    const { email } = await withPassword(app.world.db, "Lin Link");
    await browser(app).post("/sign-in/link", { email });
    const { path } = await newestMail(app, email);
    const scanner = browser(app);
    for (let time = 0; time < 3; time += 1) expect((await scanner.get(path)).status).toBe(200);
    expect((await scanner.get("/account")).status).toBe(302);
    const token = tokenOf(path);
    expect((await browser(app).post("/sign-in/link", { token })).headers.get("location")).toBe("/");
    expect((await browser(app).post("/sign-in/link", { token })).headers.get("location")).toBe(
      path,
    );
    await browser(app).post("/sign-in/link", { email });
    const { path: second } = await newestMail(app, email);
    await later(11);
    expect((await browser(app).get(second)).status).toBe(410);
  });

  test("an unknown address gets the same page and no mail", async () => {
    const visitor = browser(app);
    const response = await visitor.post("/sign-in/link", { email: "stranger@example.org" });
    expect(response.headers.get("location")).toBe("/sign-in/code");
    expect(await (await visitor.get("/sign-in/code")).text()).toContain("stranger@example.org");
    expect(await mailsTo(app, "stranger@example.org")).toEqual([]);
  });
});

test("signing out ends the session on the server, and only by POST", async () => {
  const { email } = await withPassword(app.world.db, "Otto Out");
  const visitor = await signedIn(email);
  const cookie = `portal=${visitor.cookies.get("portal")}`;
  await visitor.get("/sign-out");
  expect((await visitor.get("/account")).status).toBe(200);
  await visitor.post("/sign-out", {});
  expect(visitor.cookies.has("portal")).toBe(false);
  expect((await browser(app).send("/account", { headers: { cookie } })).status).toBe(302);
});

test("a browser never seen before is told of, the first and a known one are not", async () => {
  const { email } = await withPassword(app.world.db, "Dev Ice");
  await signedIn(email);
  await signedIn(email);
  expect(await mailsTo(app, email)).toEqual([]);
  await signedIn(email, CHROME);
  const mail = await newestMail(app, email);
  expect(mail.subject).toBe("A new device signed in to your account");
  expect(mail.text).toContain("Chrome on Windows");
});

describe("a forgotten password", () => {
  test("is replaced by the link; every device is signed out, nobody is signed in, and the owner is told", async () => {
    const { email } = await withPassword(app.world.db, "Fay Forgot");
    const elsewhere = await signedIn(email);
    await browser(app).post("/forgotten-password", { email });
    const { path } = await newestMail(app, email);
    const visitor = browser(app);
    expect((await visitor.get(path)).status).toBe(200);
    const changed = await visitor.post(path, {
      token: tokenOf(path),
      password: "four calm otters",
    });
    expect(changed.headers.get("location")).toBe("/sign-in?done=passwordChanged");
    expect([
      (await visitor.get("/account")).status,
      (await elsewhere.get("/account")).status,
    ]).toEqual([302, 302]);
    expect((await newestMail(app, email)).subject).toBe("Your password was changed");
    expect((await visitor.post("/sign-in", { email, password: PASSWORD })).status).toBe(422);
    expect((await visitor.post("/sign-in", { email, password: "four calm otters" })).status).toBe(
      302,
    );
  });

  test("a known and an unknown address get the same answer", async () => {
    const { email } = await withPassword(app.world.db, "Same Same");
    const answers = await Promise.all(
      [email, "not.known@example.com"].map(async (address) => {
        const response = await browser(app).post("/forgotten-password", { email: address });
        return [response.status, response.headers.get("location"), await response.text()];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect((await mailsTo(app, "not.known@example.com")).length).toBe(0);
  });

  test("a common password is refused beside its field, and the link still works", async () => {
    const { email } = await withPassword(app.world.db, "Weak Choice");
    await browser(app).post("/forgotten-password", { email });
    const { path } = await newestMail(app, email);
    const token = tokenOf(path);
    const refused = await browser(app).post(path, { token, password: "password1234" });
    expect([refused.status, (await refused.text()).includes("harder to guess")]).toEqual([
      400,
      true,
    ]);
    expect((await browser(app).post(path, { token, password: "four calm otters" })).status).toBe(
      302,
    );
  });
});

test("no answer of these pages may be kept by a cache", async () => {
  const answers = await Promise.all(
    ["/sign-in", "/sign-up", "/forgotten-password"].map((path) => browser(app).get(path)),
  );
  expect(answers.map((answer) => answer.headers.get("cache-control"))).toEqual(
    Array(3).fill("no-store"),
  );
});
