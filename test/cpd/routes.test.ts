import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { staff, type TestPerson } from "../support/people";
import { startTestPortal, type TestPortal } from "../support/portal";
import { addRules, memberWith } from "./association";

const CERTAIN = "401 023 2137";

let app: TestPortal;
let rules: Awaited<ReturnType<typeof addRules>>;
let amara: TestPerson;
let bem: TestPerson;
let lapsed: TestPerson;
let assessor: TestPerson;

beforeAll(async () => {
  app = await startTestPortal({ start: "2026-11-03T10:00:00Z" });
  const { db } = app.world;
  rules = await addRules(db);
  const year = [{ beganOn: "2026-04-01", endsOn: "2027-03-31" }];
  amara = await memberWith(db, rules.gradeId, "Amara Okafor", year);
  bem = await memberWith(db, rules.gradeId, "Bem Adeyemi", year);
  lapsed = await memberWith(db, rules.gradeId, "Lena Lapsed", [
    { beganOn: "2024-04-01", endsOn: "2025-03-31" },
  ]);
  assessor = await staff(db, "Alex Assessor", "cpdAssessor");
});

afterAll(() => app.stop());

const fields = (given: Record<string, string> = {}) => ({
  id: newId(),
  title: "Team case discussion",
  completedOn: "2026-11-02",
  minutes: "90",
  categoryId: rules.atWork,
  isFormal: "usual",
  learned: "",
  ...given,
});

const log = (given: Record<string, string> = {}, as = amara) =>
  app.post("/cpd/activities/new", fields(given), { as });

const rowsOf = ({ personId }: TestPerson) =>
  app.world.db
    .selectFrom("cpdActivities")
    .selectAll()
    .where("personId", "=", personId)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();

async function logged(given: Record<string, string> = {}, as = amara): Promise<string> {
  const id = newId();
  const response = await log({ ...given, id }, as);
  expect(response.status).toBe(302);
  return id;
}

/** Every byte that the portal keeps: the database, its log of writes, the files. */
function everythingStored(): string {
  const { dataDirectory } = app.world.environment;
  const files = readdirSync(dataDirectory, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), "latin1"))
    .join("\n");
}

const holdsTheNumber = () => /401\s*023\s*2137/.test(everythingStored());

describe("logging an activity", () => {
  test("starts with an id of its own, today, and the kinds of activity", async () => {
    const page = await (await app.get("/cpd/activities/new", { as: amara })).text();
    expect(page).toMatch(/name="id" value="[\da-f-]{36}"/);
    expect(page).toContain('value="2026-11-03"');
    expect(page).toContain("Courses and education");
  });

  test("says the points that it counted and the sum", async () => {
    const response = await log({ title: "Grief and loss" });
    expect(response.status).toBe(302);
    const page = await app.get(response.headers.get("location") ?? "", { as: amara });
    const text = (await page.text()).replaceAll(/<!-- -->|<[^>]*>/g, "");
    expect(text).toContain("Activity logged: Grief and loss. 1 hour 30 minutes are 1.5 points");
    expect(text).toContain("You now have 1.5 of 20 points");
    expect(everythingStored()).toContain("Grief and loss");
  });

  test("by a usual length is enough, and what is typed counts before it", async () => {
    await logged({ title: "Chosen", minutes: "", duration: "120" });
    await logged({ title: "Typed", minutes: "45", duration: "120" });
    const minutes = new Map((await rowsOf(amara)).map((row) => [row.title, row.minutes]));
    expect(minutes.get("Chosen")).toBe(120);
    expect(minutes.get("Typed")).toBe(45);
  });

  test.each([
    [{ title: "" }, "Enter a title"],
    [{ title: "x".repeat(201) }, "Title must be 200 characters or fewer"],
    [{ completedOn: "" }, "Enter the date you finished the activity"],
    [{ completedOn: "31/2/2026" }, "Enter a real date"],
    [{ completedOn: "2026-11-04" }, "The date must be today or in the past"],
    [{ completedOn: "2026-03-31" }, "The date must be in your membership: from 1 April 2026"],
    [{ minutes: "" }, "Choose or type how long it took"],
    [{ minutes: "soon" }, "Enter the time as minutes"],
    [{ minutes: "0" }, "at least 1 minute"],
    [{ minutes: "1800" }, "24 hours at most"],
    [{ categoryId: "" }, "Select the kind of activity"],
    [{ categoryId: newId() }, "Select another kind of activity"],
  ])("with %j is refused in words, keeping what was typed", async (wrong, words) => {
    const before = (await rowsOf(amara)).length;
    const response = await log({ learned: "To wait & listen", ...wrong });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    const page = await response.text();
    expect(page).toContain(words);
    expect(page).toContain("To wait &amp; listen");
    expect(await rowsOf(amara)).toHaveLength(before);
  });

  test("sent twice makes one", async () => {
    const sent = fields({ title: "From a train" });
    await Promise.all([
      app.post("/cpd/activities/new", sent, { as: amara }),
      app.post("/cpd/activities/new", sent, { as: amara }),
    ]);
    const rows = await rowsOf(amara);
    expect(rows.filter(({ title }) => title === "From a train")).toHaveLength(1);
  });

  test("is for members: a stranger signs in first, a lapsed member is shown their membership", async () => {
    const stranger = await app.get("/cpd/activities/new");
    expect(stranger.headers.get("location")).toBe("/sign-in?next=%2Fcpd%2Factivities%2Fnew");
    for (const response of [
      await app.get("/cpd/activities/new", { as: lapsed }),
      await log({}, lapsed),
    ])
      expect(response.headers.get("location")).toBe("/membership");
    expect(await rowsOf(lapsed)).toEqual([]);
  });
});

describe("changing an activity", () => {
  test("offers its length as it was chosen or typed, and counts the new one", async () => {
    const id = await logged({ minutes: "60" });
    const address = `/cpd/activities/${id}`;
    const chosen = await (await app.get(address, { as: amara })).text();
    expect(chosen).toMatch(
      /<input[^>]*name="duration"[^>]*checked=""[^>]*value="60"|value="60"[^>]*checked=""/,
    );
    expect(chosen).not.toMatch(/name="minutes"[^>]*value="60"/);
    const changed = fields({ minutes: "", duration: "120" });
    const saved = await app.post(address, changed, { as: amara });
    expect(saved.headers.get("location")).toBe(`${address}?done=activitySaved`);
    expect((await rowsOf(amara)).find((row) => row.id === id)?.pointsHundredths).toBe(200);
    await app.post(address, fields({ minutes: "45" }), { as: amara });
    expect(await (await app.get(address, { as: amara })).text()).toMatch(
      /name="minutes"[^>]*value="45"/,
    );
  });
});

describe("the guard", () => {
  test("refuses a certain number when logging, gives it back in the form, and stores it nowhere", async () => {
    const before = (await rowsOf(amara)).length;
    const response = await log({
      learned: `Met NHS number ${CERTAIN} at home`,
      keepAsTyped: "on",
    });
    expect(response.status).toBe(400);
    const page = await response.text();
    expect(page).toContain("Remove the NHS number");
    expect(page).toContain(`Met NHS number ${CERTAIN} at home</textarea>`);
    expect(page).toContain("Met NHS number [number removed] at home");
    expect(page).not.toContain('name="keepAsTyped"');
    expect(await rowsOf(amara)).toHaveLength(before);
    expect(holdsTheNumber()).toBe(false);
  });

  test("refuses it in an edit, and leaves the activity as it was", async () => {
    const id = await logged({ title: "As it was" });
    const response = await app.post(
      `/cpd/activities/${id}`,
      fields({ title: `Visit, NHS ${CERTAIN}` }),
      { as: amara },
    );
    expect(response.status).toBe(400);
    expect((await rowsOf(amara)).map(({ title }) => title)).toContain("As it was");
    expect(holdsTheNumber()).toBe(false);
  });

  test("refuses it in a search, whether posted or in an address", async () => {
    const posted = await app.post("/cpd/activities", { q: `nhs ${CERTAIN}` }, { as: amara });
    expect(posted.status).toBe(400);
    expect(await posted.text()).toContain("We have not searched for it");
    const address = `/cpd/activities?formal=yes&q=nhs+${CERTAIN.replaceAll(" ", "")}`;
    const asked = await app.get(address, { as: amara });
    expect(asked.headers.get("location")).toBe("/cpd/activities?formal=yes");
    expect(holdsTheNumber()).toBe(false);
  });

  test("takes the details out where the writer chooses that, and the rest is saved", async () => {
    const learned = `Met NHS number ${CERTAIN} at home`;
    const id = await logged({ title: "Home visit", learned, guard: "remove" });
    const saved = (await rowsOf(amara)).find((row) => row.id === id);
    expect(saved?.learned).toBe("Met NHS number [number removed] at home");
    expect(holdsTheNumber()).toBe(false);
  });

  test("asks about an email address, and saves it as typed once the box is ticked", async () => {
    const sent = fields({ title: "Course", learned: "Slides from tutor@example.org" });
    const asked = await app.post("/cpd/activities/new", sent, { as: amara });
    expect(asked.status).toBe(400);
    const page = await asked.text();
    expect(page).toContain("This looks like an email address");
    expect(page).toContain("Slides from [email address removed]");
    expect(page).toContain('name="keepAsTyped"');
    const kept = { ...sent, keepAsTyped: "on" };
    expect((await app.post("/cpd/activities/new", kept, { as: amara })).status).toBe(302);
    expect((await rowsOf(amara)).find((row) => row.id === sent.id)?.learned).toBe(sent.learned);
  });

  test("stands before the office's texts too", async () => {
    const requirement = {
      points: "20",
      formalHours: "10",
      pointsPerHour: "1",
      step: "25",
      fromOn: "2026-11-03",
      note: `NHS ${CERTAIN}`,
    };
    const category = { name: `NHS ${CERTAIN}`, position: "1" };
    for (const [path, form] of [
      ["/admin/cpd/requirement", requirement],
      ["/admin/cpd/categories/new", category],
    ] as const)
      expect((await app.post(path, form, { as: assessor })).status).toBe(400);
    expect(holdsTheNumber()).toBe(false);
  });
});

describe("another person's activity", () => {
  test("is not there, to read, to change, to delete or to restore", async () => {
    const id = await logged({ title: "Only mine" });
    const address = `/cpd/activities/${id}`;
    const answers = [
      await app.get(address, { as: bem }),
      await app.get(`${address}.data`, { as: bem }),
      await app.post(address, fields({ title: "Stolen" }), { as: bem }),
      await app.post(address, fields({ title: "" }), { as: bem }),
      await app.post(`${address}/delete`, {}, { as: bem }),
      await app.post(`${address}/restore`, {}, { as: bem }),
      await app.post("/cpd/activities/new", fields({ id }), { as: bem }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect((await rowsOf(amara)).find((row) => row.id === id)).toMatchObject({
      title: "Only mine",
      deletedAt: null,
    });
    expect(await (await app.get(`/cpd?logged=${id}`, { as: bem })).text()).not.toContain(
      "Only mine",
    );
  });
});

describe("the record of a lapsed member", () => {
  test("can be read, offers nothing to add, and cannot be changed", async () => {
    const { db } = app.world;
    const at = "2025-02-01T10:00:00Z";
    const id = newId();
    const { id: _made, isFormal: _answer, ...rest } = fields({ completedOn: "2025-02-01" });
    await db
      .insertInto("cpdActivities")
      .values({
        ...rest,
        id,
        personId: lapsed.personId,
        minutes: 90,
        isFormal: 0,
        pointsHundredths: 150,
        finishedAt: at,
        createdAt: at,
        updatedAt: at,
        sourceId: null,
        deletedAt: null,
      })
      .execute();
    const home = await (await app.get("/cpd", { as: lapsed })).text();
    expect(home).toContain("only members can add to it");
    expect(home).not.toContain("/cpd/activities/new");
    expect(home).toContain("1 April 2024 to 31 March 2025");
    const activity = await app.get(`/cpd/activities/${id}`, { as: lapsed });
    expect(activity.status).toBe(200);
    expect(await activity.text()).not.toContain("Save changes");
    for (const path of ["", "/delete", "/restore"]) {
      const answer = await app.post(`/cpd/activities/${id}${path}`, fields(), { as: lapsed });
      expect(answer.headers.get("location")).toBe("/membership");
    }
    expect(await rowsOf(lapsed)).toMatchObject([{ updatedAt: at, deletedAt: null }]);
  });
});

describe("the list of activities", () => {
  test("is narrowed by words, kind, year and formal or not", async () => {
    await logged({ title: "100% attendance", categoryId: rules.course }, bem);
    await logged({ title: "1000 attendances", learned: "Counting" }, bem);
    const titles = async (question: string) => {
      const page = await (await app.get(`/cpd/activities?${question}`, { as: bem })).text();
      return [...page.matchAll(/href="\/cpd\/activities\/[\da-f-]{36}">([^<]*)</g)]
        .map(([, title]) => title)
        .sort();
    };
    expect(await titles("")).toEqual(["100% attendance", "1000 attendances"]);
    expect(await titles("q=100%25")).toEqual(["100% attendance"]);
    expect(await titles("q=counting")).toEqual(["1000 attendances"]);
    expect(await titles("formal=yes")).toEqual(["100% attendance"]);
    expect(await titles(`category=${rules.atWork}`)).toEqual(["1000 attendances"]);
    expect(await titles("cycle=2026-04-01&q=1000")).toEqual(["1000 attendances"]);
  });

  test("has pages that together show every activity once", async () => {
    const { db } = app.world;
    const cara = await memberWith(db, rules.gradeId, "Cara Busy", [
      { beganOn: "2026-04-01", endsOn: "2027-03-31" },
    ]);
    const at = "2026-10-20T10:00:00Z";
    const { id: _made, isFormal: _answer, ...rest } = fields();
    const rows = Array.from({ length: 120 }, (_, count) => ({
      ...rest,
      id: newId(),
      personId: cara.personId,
      completedOn: `2026-10-${String(1 + (count % 9)).padStart(2, "0")}`,
      minutes: 90,
      isFormal: 0,
      pointsHundredths: 150,
      finishedAt: at,
      createdAt: at,
      updatedAt: at,
      sourceId: null,
      deletedAt: null,
    }));
    await db.insertInto("cpdActivities").values(rows).execute();
    const seen: string[] = [];
    let address: string | undefined = "/cpd/activities";
    while (address) {
      const page: string = await (await app.get(address, { as: cara })).text();
      seen.push(
        ...[...page.matchAll(/\/cpd\/activities\/([\da-f-]{36})"/g)].map(([, id = ""]) => id),
      );
      const next: string | undefined = /href="([^"]*)" rel="next"/.exec(page)?.[1];
      address = next && `/cpd/activities${next.replaceAll("&amp;", "&")}`;
    }
    expect(new Set(seen).size).toBe(120);
    expect(seen).toHaveLength(120);
  });

  test("offers the way back from a deletion, and so does the list of what was deleted", async () => {
    const id = await logged({ title: "Deleted by mistake" });
    const deleted = await app.post(`/cpd/activities/${id}/delete`, {}, { as: amara });
    const list = await app.get(deleted.headers.get("location") ?? "", { as: amara });
    expect(await list.text()).toContain(`action="/cpd/activities/${id}/restore"`);
    expect((await app.get(`/cpd/activities/${id}`, { as: amara })).status).toBe(404);
    const bin = await (await app.get("/cpd/activities/deleted", { as: amara })).text();
    expect(bin).toContain("Deleted by mistake");
    const restored = await app.post(`/cpd/activities/${id}/restore`, {}, { as: amara });
    const page = await app.get(restored.headers.get("location") ?? "", { as: amara });
    expect(await page.text()).toContain("Activity restored");
  });
});

describe("the office's CPD rules", () => {
  test("are for who may edit them", async () => {
    expect((await app.get("/admin/cpd", { as: amara })).status).toBe(404);
    expect((await app.get("/admin/cpd", { as: assessor })).status).toBe(200);
  });

  test("are confirmed and changed, and the member reads the new words", async () => {
    const cycle = await app.world.db.selectFrom("cpdCycles").selectAll().executeTakeFirstOrThrow();
    expect(await (await app.get("/cpd", { as: amara })).text()).toContain(
      "To be confirmed by the association",
    );
    const address = `/admin/cpd/requirement/${cycle.requirementId}/confirm`;
    expect((await app.post(address, {}, { as: assessor })).status).toBe(302);
    expect(await (await app.get("/cpd", { as: amara })).text()).not.toContain("To be confirmed");
    const changed = await app.post(
      "/admin/cpd/requirement",
      { points: "25", formalHours: "7.5", pointsPerHour: "0.5", step: "50", fromOn: "1/4/2027" },
      { as: assessor },
    );
    expect(changed.headers.get("location")).toBe("/admin/cpd?done=requirementSaved");
    const page = await (await app.get("/admin/cpd", { as: assessor })).text();
    expect(page).toContain("7 hours 30 minutes");
  });

  test("refuse numbers that make no sense, and a day that is over", async () => {
    const good = {
      points: "20",
      formalHours: "10",
      pointsPerHour: "1",
      step: "25",
      fromOn: "2026-11-03",
    };
    for (const [wrong, words] of [
      [{ points: "-1" }, "Points must be a number"],
      [{ formalHours: "lots" }, "Formal hours must be a number"],
      [{ pointsPerHour: "11" }, "Points for an hour must be"],
      [{ step: "33" }, "Select the smallest part that counts"],
      [{ fromOn: "2026-11-02" }, "The date must be today or later"],
    ] as const) {
      const page = await app.post(
        "/admin/cpd/requirement",
        { ...good, ...wrong },
        { as: assessor },
      );
      expect(page.status).toBeGreaterThanOrEqual(400);
      expect(await page.text()).toContain(words);
    }
  });
});
