import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestPortal, type TestPortal } from "../support/portal";
import { browser, mailsTo, newestMail, PASSWORD, withPassword } from "./support";

let app: TestPortal;
beforeAll(async () => {
  app = await startTestPortal();
});
afterAll(() => app.stop());

const signUp = (email: string, more: Record<string, string> = {}) => {
  const visitor = browser(app);
  return { visitor, sent: visitor.post("/sign-up", { email, password: PASSWORD, ...more }) };
};

const accountsOf = (email: string) =>
  app.world.db
    .selectFrom("people")
    .leftJoin("accounts", "accounts.personId", "people.id")
    .select(["people.emailVerifiedAt", "accounts.passwordHash"])
    .where("people.email", "=", email)
    .execute();

test("signing up with the code confirms the address, signs in and goes to where one wanted to go", async () => {
  const { visitor, sent } = signUp("new@example.org", { next: "/account/security" });
  const response = await sent;
  expect([response.status, response.headers.get("location")]).toEqual([302, "/verify-email"]);
  const { code } = await newestMail(app, "new@example.org");
  const confirmed = await visitor.post("/verify-email", {
    code: ` ${code.slice(0, 3)} ${code.slice(3)} `,
  });
  expect(confirmed.headers.get("location")).toBe("/account/security");
  expect((await visitor.get("/account")).status).toBe(200);
});

test("a link confirms in any browser, by its button, and then goes to the application", async () => {
  await signUp("by.link@example.org").sent;
  const { path } = await newestMail(app, "by.link@example.org");
  const phone = browser(app, "phone");
  expect(await (await phone.get(path)).text()).toContain("by.link@example.org");
  const token = new URL(path, app.url).searchParams.get("token") ?? "";
  const confirmed = await phone.post("/verify-email", { token });
  expect(confirmed.headers.get("location")).toBe("/join/apply");
});

test("Invariant 18: a scanner that opens a mailed link ten times, by GET and HEAD, changes nothing", async () => {
  await signUp("scanned@example.org").sent;
  const { path } = await newestMail(app, "scanned@example.org");
  const before = app.world.raw.serialize();
  for (let time = 0; time < 5; time += 1)
    for (const method of ["GET", "HEAD"])
      expect((await browser(app).get(path, method)).status).toBe(200);
  expect(app.world.raw.serialize().equals(before)).toBe(true);
});

test("an address that is known and one that is not get the same answer, and one mail each", async () => {
  await withPassword(app.world.db, "Known Person");
  const answers = [];
  for (const email of ["known.person@example.com", "un.known.person@example.org"]) {
    const { visitor, sent } = signUp(email);
    const response = await sent;
    const page = await (await visitor.get("/verify-email")).text();
    answers.push({
      status: response.status,
      location: response.headers.get("location"),
      page: page.replaceAll(email, "ADDRESS").replace(/nonce="[^"]*"/g, ""),
      cookie: visitor.cookies.has("portal-waiting"),
      wrongCode: (await visitor.post("/verify-email", { code: "000000" })).status,
      mails: (await mailsTo(app, email)).length,
    });
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject({ status: 302, cookie: true, wrongCode: 422, mails: 1 });
  expect((await newestMail(app, "known.person@example.com")).subject).toBe(
    "You already have an account",
  );
});

test("signing up again in another case goes on with the same person", async () => {
  await signUp("Case@Example.org").sent;
  await signUp("cASE@example.ORG").sent;
  const people = await app.world.db
    .selectFrom("people")
    .select("id")
    .where("emailKey", "=", "case@example.org")
    .execute();
  expect(people).toHaveLength(1);
  expect(await mailsTo(app, "cASE@example.ORG")).toHaveLength(1);
});

test("a code counts only in the browser that asked for it", async () => {
  const attacker = signUp("victim@example.org", { password: "the attacker's own" });
  await attacker.sent;
  await app.settle();
  const { visitor, sent } = signUp("victim@example.org");
  await sent;
  const { code } = await newestMail(app, "victim@example.org");
  expect((await attacker.visitor.post("/verify-email", { code })).status).toBe(422);
  expect((await visitor.post("/verify-email", { code })).status).toBe(302);
  const signIn = (password: string) =>
    browser(app).post("/sign-in", { email: "victim@example.org", password });
  expect((await signIn("the attacker's own")).status).toBe(422);
  expect((await signIn(PASSWORD)).status).toBe(302);
});

test("after five wrong codes the right one does not count either", async () => {
  const { visitor, sent } = signUp("guessed@example.org");
  await sent;
  const { code } = await newestMail(app, "guessed@example.org");
  const wrong = code === "111111" ? "222222" : "111111";
  for (let time = 0; time < 5; time += 1)
    expect((await visitor.post("/verify-email", { code: wrong })).status).toBe(422);
  expect((await visitor.post("/verify-email", { code })).status).toBe(422);
  expect((await accountsOf("guessed@example.org"))[0]?.emailVerifiedAt).toBeNull();
});

test("a link works once", async () => {
  await signUp("once@example.org").sent;
  const { path } = await newestMail(app, "once@example.org");
  const token = new URL(path, app.url).searchParams.get("token") ?? "";
  await browser(app).post("/verify-email", { token });
  const second = browser(app);
  const again = await second.post("/verify-email", { token });
  expect(again.headers.get("location")).toBe(path);
  expect((await second.get(path)).status).toBe(410);
  expect((await second.get("/account")).headers.get("location")).toBe("/sign-in?next=%2Faccount");
});

test("who signs in before confirming gets a new code, if the password is right", async () => {
  await signUp("waiting@example.org").sent;
  const visitor = browser(app);
  const credentials = { email: "waiting@example.org", password: PASSWORD };
  const response = await visitor.post("/sign-in", credentials);
  expect(response.headers.get("location")).toBe("/verify-email");
  const { code } = await newestMail(app, "waiting@example.org");
  expect((await visitor.post("/verify-email", { code })).status).toBe(302);
});

test("a refused form says why beside the field and keeps what was typed, never the password", async () => {
  const response = await browser(app).post("/sign-up", {
    email: "typed@example.org",
    password: "password1234",
    backupEmail: "not an address",
  });
  const page = await response.text();
  expect(response.status).toBe(400);
  expect(page).toContain('value="typed@example.org"');
  expect(page).toContain("Enter an email address in the correct format");
  expect(page).not.toContain("password1234");
});

test("too many mails to one address are refused for a while, with the time to wait", async () => {
  const visitor = browser(app);
  const statuses: number[] = [];
  for (let time = 0; time < 7; time += 1)
    statuses.push((await visitor.post("/sign-in/link", { email: "flooded@example.org" })).status);
  expect(statuses).toEqual([302, 302, 302, 302, 302, 302, 429]);
  const refused = await visitor.post("/sign-in/link", { email: "flooded@example.org" });
  expect(refused.headers.get("retry-after")).toBe("900");
});

test("another code is sent for the sign-up under way, but not without end", async () => {
  const { visitor, sent } = signUp("again@example.org");
  await sent;
  const ask = async () => (await visitor.post("/verify-email/again", {})).headers.get("location");
  expect(await ask()).toBe("/verify-email?done=sentAgain");
  for (let time = 0; time < 4; time += 1) await ask();
  expect(await ask()).toBe("/verify-email?done=wait");
  expect(await mailsTo(app, "again@example.org")).toHaveLength(6);
  const { code } = await newestMail(app, "again@example.org");
  expect((await visitor.post("/verify-email", { code })).status).toBe(302);
});

test("a backup address helps only after it has confirmed, and then resets the password", async () => {
  const backupEmail = "private@example.net";
  const { visitor, sent } = signUp("work@example.org", { backupEmail });
  await sent;
  const { code } = await newestMail(app, "work@example.org");
  await visitor.post("/verify-email", { code });
  await browser(app).post("/forgotten-password", { email: backupEmail });
  const [onlyMail, ...others] = await mailsTo(app, backupEmail);
  expect([onlyMail?.subject, others.length]).toEqual(["Confirm your backup email address", 0]);
  const { path } = await newestMail(app, backupEmail);
  const token = new URL(path, app.url).searchParams.get("token") ?? "";
  const confirmed = await browser(app).post("/account/backup-email/confirm", { token });
  expect(confirmed.headers.get("location")).toBe("/account/backup-email/confirm?confirmed");
  await browser(app).post("/forgotten-password", { email: backupEmail });
  expect((await newestMail(app, backupEmail)).subject).toBe("Choose a new password");
});
