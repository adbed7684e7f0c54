import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestPortal, type TestPortal } from "../support/portal";
import {
  appCode,
  browser,
  giveTwoFactor,
  PASSWORD,
  type TestBrowser,
  withPassword,
} from "./support";

let app: TestPortal;
beforeAll(async () => {
  app = await startTestPortal();
});
afterAll(() => app.stop());

const DETAILS = {
  givenName: "Fin",
  familyName: "Isher & <Co>",
  jobTitle: "Community “connector”",
  region: "North East",
};

/** The hidden fields of a page's form, as a browser would send them. */
function hiddenFields(page: string): [string, string][] {
  return [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"\/>/g)].map(
    ([, name = "", value = ""]) => [unescaped(name), unescaped(value)],
  );
}

const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");

/** Sends a form and, on 307, sends the same body on, as every browser does. */
async function postOn(visitor: TestBrowser, path: string, fields: [string, string][]) {
  const body = new URLSearchParams(fields).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const first = await visitor.send(path, { method: "POST", body, headers });
  if (first.status !== 307) return first;
  return visitor.send(first.headers.get("location") ?? "", { method: "POST", body, headers });
}

test("a form sent after the session had ended is kept, and sent on once its sender has signed in", async () => {
  const { email, personId } = await withPassword(app.world.db, "Ses Sion");
  const visitor = browser(app);
  const refused = await visitor.post("/account", DETAILS);
  const page = await refused.text();
  expect(refused.status).toBe(401);
  expect(page).toContain("Sign in to finish");
  const kept = hiddenFields(page);
  const wrong = await postOn(visitor, "/sign-in/finish", [
    ...kept,
    ["signIn.email", email],
    ["signIn.password", "not the right one"],
  ]);
  expect(wrong.status).toBe(422);
  const again = await wrong.text();
  expect(hiddenFields(again)).toEqual(kept);
  expect(again).not.toContain("not the right one");
  const finished = await postOn(visitor, "/sign-in/finish", [
    ...hiddenFields(again),
    ["signIn.email", email],
    ["signIn.password", PASSWORD],
  ]);
  expect([finished.status, finished.headers.get("location")]).toEqual([302, "/account?done=saved"]);
  const person = await app.world.db
    .selectFrom("people")
    .select(["givenName", "familyName", "jobTitle", "region"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  expect(person).toEqual(DETAILS);
});

test("the password stays out of the page where the form itself is then refused", async () => {
  const { email } = await withPassword(app.world.db, "Ref Used");
  const visitor = browser(app);
  const refused = await visitor.post("/account", { ...DETAILS, givenName: "" });
  const finished = await postOn(visitor, "/sign-in/finish", [
    ...hiddenFields(await refused.text()),
    ["signIn.email", email],
    ["signIn.password", PASSWORD],
  ]);
  const page = await finished.text();
  expect(finished.status).toBe(400);
  expect(page).toContain("Enter your first name");
  expect(page).toContain("Isher &amp; &lt;Co&gt;");
  expect(page).not.toContain(PASSWORD);
});

test("with two-factor sign-in the code is asked for too", async () => {
  const { email, personId } = await withPassword(app.world.db, "Two Fold");
  const secret = await giveTwoFactor(app, personId);
  const visitor = browser(app);
  const kept = hiddenFields(await (await visitor.post("/account", DETAILS)).text());
  const proof: [string, string][] = [
    ["signIn.email", email],
    ["signIn.password", PASSWORD],
  ];
  const asked = await postOn(visitor, "/sign-in/finish", [...kept, ...proof]);
  expect([asked.status, visitor.cookies.has("portal")]).toEqual([422, false]);
  const code: [string, string] = ["signIn.code", appCode(secret, app)];
  const finished = await postOn(visitor, "/sign-in/finish", [...kept, ...proof, code]);
  expect(finished.headers.get("location")).toBe("/account?done=saved");
});

test("somebody who was away too long proves it by a code alone, and the form goes on", async () => {
  const { email, personId } = await withPassword(app.world.db, "Way Long");
  const visitor = browser(app);
  await visitor.post("/sign-in", { email, password: PASSWORD });
  const secret = await giveTwoFactor(app, personId);
  await app.clock.moveTo(app.clock.real().add({ minutes: 11 }));
  const refused = await visitor.post("/account/email", { email: "way.new@example.org" });
  expect(refused.status).toBe(401);
  const kept = hiddenFields(await refused.text());
  const finished = await postOn(visitor, "/sign-in/finish", [
    ...kept,
    ["signIn.code", appCode(secret, app)],
  ]);
  expect(finished.headers.get("location")).toBe("/account?done=emailChangeAsked");
});

test("a form can be sent on only within the portal", async () => {
  const { email } = await withPassword(app.world.db, "Out Side");
  const response = await browser(app).post("/sign-in/finish", {
    "signIn.to": "https://evil.example/collect",
    "signIn.reason": "signIn",
    "signIn.email": email,
    "signIn.password": PASSWORD,
  });
  expect([response.status, response.headers.get("location")]).toEqual([307, "/"]);
});
