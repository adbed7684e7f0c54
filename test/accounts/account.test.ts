import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addFirstWordings } from "~/membership/first-wordings";
import { startTestPortal, type TestPortal } from "../support/portal";
import { browser, mailsTo, newestMail, PASSWORD, withPassword } from "./support";

let app: TestPortal;
beforeAll(async () => {
  app = await startTestPortal();
  const { db, clock } = app.world;
  await db.transaction().execute((trx) => addFirstWordings(trx, clock.now()));
});
afterAll(() => app.stop());

async function signedIn(name: string) {
  const somebody = await withPassword(app.world.db, name);
  const visitor = browser(app);
  await visitor.post("/sign-in", { email: somebody.email, password: PASSWORD });
  return { ...somebody, visitor };
}

const DETAILS = { givenName: "Amara", familyName: "Okafor", nation: "Wales", region: "Gwent" };
const tokenOf = (path: string) => new URL(path, app.url).searchParams.get("token") ?? "";

describe("contact details", () => {
  test("are saved with history that names the fields and not the values; sent twice, once", async () => {
    const { visitor, personId } = await signedIn("Amara Before");
    const details = { ...DETAILS, employerKind: "charity", employerName: "Thrive Lea Wharf" };
    for (let time = 0; time < 2; time += 1)
      expect((await visitor.post("/account", details)).headers.get("location")).toBe(
        "/account?done=saved",
      );
    const entries = await app.world.db
      .selectFrom("history")
      .selectAll()
      .where("personId", "=", personId)
      .where("act", "=", "accounts.profileUpdated")
      .execute();
    expect(entries.map((entry) => JSON.parse(entry.fields))).toEqual([
      ["familyName", "nation", "region", "employerName", "employerKind"],
    ]);
    expect(JSON.stringify(entries)).not.toContain("Okafor");
  });

  test("a new employer ends the employment before it", async () => {
    const { visitor, personId } = await signedIn("Job Changer");
    await visitor.post("/account", {
      ...DETAILS,
      employerKind: "charity",
      employerName: "Old Place",
    });
    await visitor.post("/account", {
      ...DETAILS,
      employerKind: "council",
      employerName: "New Place",
    });
    const rows = await app.world.db
      .selectFrom("employments")
      .select(["employerName", "kind", "toOn"])
      .where("personId", "=", personId)
      .orderBy("id")
      .execute();
    expect(rows).toEqual([
      { employerName: "Old Place", kind: "charity", toOn: "2026-11-03" },
      { employerName: "New Place", kind: "council", toOn: null },
    ]);
  });

  test("a patient's number does not get past the form", async () => {
    const { visitor, personId } = await signedIn("Num Ber");
    const jobTitle = "Link worker for NHS number 943 476 5919";
    const refused = await visitor.post("/account", { ...DETAILS, jobTitle });
    expect(refused.status).toBe(400);
    const person = await app.world.db
      .selectFrom("people")
      .select("jobTitle")
      .where("id", "=", personId)
      .executeTakeFirstOrThrow();
    expect(person.jobTitle).toBeNull();
  });
});

describe("the email address", () => {
  test("changes when the new one has confirmed; both are told, and every device signs in anew", async () => {
    const { visitor, email } = await signedIn("Mov Ing");
    const asked = await visitor.post("/account/email", { email: "Moved@Example.net" });
    expect(asked.headers.get("location")).toBe("/account?done=emailChangeAsked");
    expect((await newestMail(app, email)).subject).toBe(
      "Somebody asked to change your email address",
    );
    const { path } = await newestMail(app, "Moved@Example.net");
    for (let time = 0; time < 3; time += 1) expect((await visitor.get(path)).status).toBe(200);
    expect((await visitor.get("/account")).status).toBe(200);
    const confirmed = await visitor.post(path, { token: tokenOf(path) });
    expect(confirmed.headers.get("location")).toBe("/sign-in?done=emailChanged");
    expect((await visitor.get("/account")).status).toBe(302);
    const subject = "The email address of your account has changed";
    expect((await newestMail(app, email)).subject).toBe(subject);
    expect((await newestMail(app, "Moved@Example.net")).subject).toBe(subject);
    const again = await visitor.post("/sign-in", {
      email: "moved@example.net",
      password: PASSWORD,
    });
    expect(again.headers.get("location")).toBe("/");
  });

  test("of somebody else is not told from a free one, and nobody there is written to", async () => {
    const taken = await withPassword(app.world.db, "Tak En");
    const { visitor } = await signedIn("Cur Ious");
    const answers = await Promise.all(
      [taken.email, "free.address@example.net"].map(async (email) => {
        const response = await visitor.post("/account/email", { email });
        return [response.status, response.headers.get("location")];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(await mailsTo(app, taken.email)).toEqual([]);
  });

  test("asks for the password again when the proof is older than ten minutes", async () => {
    const { visitor } = await signedIn("Sta Le");
    await app.clock.moveTo(app.clock.real().add({ minutes: 11 }));
    const asked = await visitor.get("/account/email");
    expect(asked.headers.get("location")).toBe("/sign-in/again?next=%2Faccount%2Femail");
    expect((await visitor.post("/sign-in/again", { password: "wrong" })).status).toBe(422);
    const proven = await visitor.post("/sign-in/again", {
      password: PASSWORD,
      next: "/account/email",
    });
    expect(proven.headers.get("location")).toBe("/account/email");
    expect((await visitor.get("/account/email")).status).toBe(200);
  });
});

test("a changed password signs the other devices out and keeps this one", async () => {
  const { visitor, email } = await signedIn("Pass Word");
  const elsewhere = browser(app);
  await elsewhere.post("/sign-in", { email, password: PASSWORD });
  const weak = await visitor.post("/account/security/password", { newPassword: "password1234" });
  expect([weak.status, (await weak.text()).includes("password1234")]).toEqual([400, false]);
  const changed = await visitor.post("/account/security/password", {
    newPassword: "four calm otters",
  });
  expect(changed.headers.get("location")).toBe("/account/security?done=passwordChanged");
  const statuses = [
    (await visitor.get("/account")).status,
    (await elsewhere.get("/account")).status,
  ];
  expect(statuses).toEqual([200, 302]);
});

describe("devices", () => {
  test("are listed, and one or all others can be signed out", async () => {
    const { visitor, email } = await signedIn("Man Y");
    const others = [browser(app, "Chrome/1 Windows"), browser(app, "Safari/1 iPhone")];
    for (const other of others) await other.post("/sign-in", { email, password: PASSWORD });
    const page = await (await visitor.get("/account/devices")).text();
    expect(page).toContain("Chrome on Windows");
    const [id = ""] = page.match(/(?<=name="device" value=")[0-9a-f]{64}/) ?? [];
    await visitor.post("/account/devices", { device: id });
    await visitor.post("/account/devices", { device: id });
    const signedOut = async () =>
      (await Promise.all(others.map((other) => other.get("/account")))).filter(
        ({ status }) => status === 302,
      );
    expect(await signedOut()).toHaveLength(1);
    await visitor.post("/account/devices", { device: "others" });
    expect(await signedOut()).toHaveLength(2);
    expect((await visitor.get("/account")).status).toBe(200);
  });

  test("of another person cannot be signed out", async () => {
    const { visitor: victim } = await signedIn("Vic Device");
    const { visitor: attacker } = await signedIn("Att Acker");
    const { idHash } = await app.world.db
      .selectFrom("signInSessions")
      .innerJoin("people", "people.id", "signInSessions.personId")
      .select("idHash")
      .where("people.email", "=", "vic.device@example.com")
      .executeTakeFirstOrThrow();
    await attacker.post("/account/devices", { device: idHash });
    expect((await victim.get("/account")).status).toBe(200);
  });
});

test("each choice about mail is kept with its wording, time and place, and only where it differs", async () => {
  const { visitor, personId } = await signedIn("Cho Ice");
  const choose = (form: Record<string, string>) => visitor.post("/account/preferences", form);
  await choose({ topics: "events" });
  await choose({ topics: "events" });
  await choose({});
  const rows = await app.world.db
    .selectFrom("consents")
    .innerJoin("wordings", "wordings.id", "consents.wordingId")
    .select(["topic", "choice", "source", "wordings.kind"])
    .where("personId", "=", personId)
    .where("topic", "=", "events")
    .orderBy("consents.id")
    .execute();
  const common = { topic: "events", source: "/account/preferences", kind: "marketingEvents" };
  expect(rows).toEqual([
    { ...common, choice: "yes" },
    { ...common, choice: "no" },
  ]);
});
