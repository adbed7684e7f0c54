import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { addTo, COMPLETE, gradeIdOf } from "../membership/applications/applicant";
import { person, type TestPerson } from "../support/people";
import { startTestPortal, type TestPortal } from "../support/portal";

let app: TestPortal;
let bem: TestPerson;
let gradeId: string;

beforeAll(async () => {
  app = await startTestPortal();
  await addTo(app.world.db);
  gradeId = await gradeIdOf(app.world.db, "Practising member");
});
afterAll(() => app.stop());
beforeEach(async () => {
  const name = newId();
  bem = await person(app.world.db, `Bem A${name}`, `${name}@example.com`);
});

const pick = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, COMPLETE[name] ?? ""]));
const ABOUT = pick("givenName", "familyName", "nation", "region");
const WORK = pick("jobTitle", "employerKind", "employerName");
const post = (path: string, form: Record<string, string>) => app.post(path, form, { as: bem });
const text = async (path: string) => (await app.get(path, { as: bem })).text();
const wordingsShown = async () =>
  /name="wordingsShown" value="([^"]+)"/.exec(await text("/join/apply/agreements"))?.[1] ?? "";
const agreements = async () => ({
  ...pick("codeOfPractice", "privacyNotice", "dutyToPay", "startAtOnce"),
  wordingsShown: await wordingsShown(),
});
const applications = () =>
  app.world.db
    .selectFrom("applications")
    .select(["id", "state", "answers"])
    .where("personId", "=", bem.personId)
    .execute();

async function fillIn() {
  await post("/join/apply", ABOUT);
  await post("/join/apply/work", WORK);
  await post("/join/apply/membership", { gradeId, interval: "year" });
  await post("/join/apply/agreements", await agreements());
}

describe("/join", () => {
  test("tells everybody what membership costs in all", async () => {
    const page = await (await app.get("/join")).text();
    expect(page).toContain("£45.00 a year");
    expect(page).toContain("£4.25 a month (£51.00 over a year)");
    expect(page).toContain("VAT exempt");
    expect(page).toContain('href="/sign-up?next=%2Fjoin%2Fapply"');
  });

  test("tells an applicant where the application stands", async () => {
    await post("/join/apply", ABOUT);
    expect(await text("/join")).toContain("Your application is not finished");
  });
});

describe("a stranger", () => {
  test.each([
    "/join/apply",
    "/join/apply/work",
    "/join/apply/evidence",
    "/join/check",
    "/join/pay",
    "/join/welcome",
    "/join/answer",
  ])("is sent from %s to sign in, and back", async (path) => {
    const response = await app.get(path);
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  });
});

describe("the steps", () => {
  test("lead one to the next, and from the last to the answers", async () => {
    const steps = [
      ["/join/apply", ABOUT, "/join/apply/work"],
      ["/join/apply/work", WORK, "/join/apply/membership"],
      ["/join/apply/membership", { gradeId, interval: "year" }, "/join/apply/agreements"],
    ] as const;
    for (const [path, form, next] of steps) {
      const response = await post(path, form);
      expect([response.status, response.headers.get("location")]).toEqual([302, next]);
    }
    const last = await post("/join/apply/agreements", await agreements());
    expect(last.headers.get("location")).toBe("/join/check");
    const check = await text("/join/check");
    expect(check).toContain("Thrive Pentland");
    expect(check).toContain("Send my application");
  });

  test("keep what was typed beside what is wrong with it, and save it too", async () => {
    const response = await post("/join/apply", { ...ABOUT, givenName: "   ", region: "Lothian" });
    const page = await response.text();
    expect(response.status).toBe(400);
    expect(page).toContain("Enter your first name");
    expect(page).toContain('value="Lothian"');
    expect(await text("/join/apply")).toContain('value="Lothian"');
  });

  test("refuse what is too long, in words", async () => {
    const response = await post("/join/apply/work", { ...WORK, jobTitle: "x".repeat(121) });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Job title must be 120 characters or fewer");
  });

  test("take pasted spaces off the ends", async () => {
    await fillIn();
    await post("/join/apply", { ...ABOUT, givenName: "  Bem \t", familyName: " Adeyemi " });
    await post("/join/check", { note: "" });
    const row = await app.world.db
      .selectFrom("people")
      .select(["givenName", "familyName"])
      .where("id", "=", bem.personId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ givenName: "Bem", familyName: "Adeyemi" });
  });

  test("can be left unfinished and taken up in another order", async () => {
    const later = await post("/join/apply/work", { jobTitle: "Connector", intent: "later" });
    expect(later.headers.get("location")).toBe("/join?done=draftSaved");
    expect(await text("/join/apply/work")).toContain('value="Connector"');
    const check = await text("/join/check");
    expect(check).toContain("You still need to finish");
    expect(check).not.toContain("Send my application");
  });

  test("lead back to the answers after a change", async () => {
    await fillIn();
    const changed = await post("/join/apply/work?change=yes", { ...WORK, jobTitle: "Navigator" });
    expect(changed.headers.get("location")).toBe("/join/check");
    expect(await text("/join/check")).toContain("Navigator");
  });

  test("never store a patient’s number, not even for later", async () => {
    const response = await post("/join/apply/work", {
      ...WORK,
      jobTitle: "NHS number 799 999 9997",
      intent: "later",
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Remove the NHS number");
    expect(await applications()).toEqual([]);
  });

  test("say so where a grade has no monthly price", async () => {
    const retired = await gradeIdOf(app.world.db, "Retired");
    const response = await post("/join/apply/membership", { gradeId: retired, interval: "month" });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(
      "Retired can only be paid once a year. Select “Once a year”",
    );
  });

  test("ask again where a text has changed while the page was open", async () => {
    await fillIn();
    const response = await post("/join/apply/agreements", {
      ...(await agreements()),
      wordingsShown: "0.0",
    });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("Our texts have changed");
  });
});

describe("sending", () => {
  test("twice, by the button or the back button, is one application", async () => {
    await fillIn();
    const [first, second] = await Promise.all([
      post("/join/check", { note: "" }),
      post("/join/check", { note: "" }),
    ]);
    const third = await post("/join/check", { note: "" });
    for (const response of [first, second, third])
      expect(response.headers.get("location")).toBe("/join/pay");
    expect(await applications()).toMatchObject([{ state: "approved" }]);
  });

  test("before everything is answered says what is missing", async () => {
    await post("/join/apply", ABOUT);
    const response = await post("/join/check", { note: "" });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("Finish “Your work” before you send");
  });

  test("leaves a stale tab of a step where the application stands", async () => {
    await fillIn();
    await post("/join/check", { note: "" });
    const stale = await post("/join/apply/work", { ...WORK, jobTitle: "Changed" });
    expect(stale.headers.get("location")).toBe("/join");
    expect((await app.get("/join/apply", { as: bem })).headers.get("location")).toBe("/join");
    expect((await applications())[0]?.answers).not.toContain("Changed");
  });
});

describe("evidence", () => {
  const PNG = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const upload = (bytes: Buffer, name: string) => {
    const form = new FormData();
    form.set("evidence", new File([new Uint8Array(bytes)], name));
    return app.post("/join/apply/evidence", form, { as: bem });
  };

  beforeEach(async () => {
    await fillIn();
    const student = await gradeIdOf(app.world.db, "Student");
    await post("/join/apply/membership", { gradeId: student, interval: "year" });
  });

  test("is asked for where the grade says so, and counts as a step", async () => {
    const page = await text("/join/apply/evidence");
    expect(page).toContain("A letter or card that shows your course");
    expect(page).toContain("step 4 of 5");
  });

  test("is needed to go on", async () => {
    const response = await app.post("/join/apply/evidence", new FormData(), { as: bem });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Choose a file");
  });

  test("is taken by what it is, not by its name", async () => {
    const refused = await upload(Buffer.from("MZ not a picture"), "letter.pdf");
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("must be a PDF, JPEG or PNG");
    const taken = await upload(PNG, "letter.png");
    expect(taken.headers.get("location")).toBe("/join/apply/agreements");
    expect(await text("/join/check")).toContain("letter.png");
  });
});
