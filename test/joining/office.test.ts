import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { addTo, draftOf, sentByStudent, stateSinceOf } from "../membership/applications/applicant";
import { person, staff, type TestPerson } from "../support/people";
import { startTestPortal, type TestPortal } from "../support/portal";

let app: TestPortal;
let morag: TestPerson;
let alun: TestPerson;
let gwen: TestPerson;
let id: string;

beforeAll(async () => {
  app = await startTestPortal();
  await addTo(app.world.db);
  morag = await staff(app.world.db, "Morag Reid", "membershipManager");
  alun = await staff(app.world.db, "Alun Pugh", "officeAssistant");
});
afterAll(() => app.stop());
beforeEach(async () => {
  gwen = await person(app.world.db, "Gwen Parry", `${newId()}@example.com`);
  id = await sentByStudent(app.world.db, gwen.personId);
});

const decide = async (form: Record<string, string>, as = morag) =>
  app.post(
    `/admin/applications/${id}`,
    { seen: await stateSinceOf(app.world.db, id), ...form },
    { as },
  );
const text = async (path: string, as: TestPerson) => (await app.get(path, { as })).text();

describe("the queue", () => {
  test("lists what waits, and finds by name, address and employer", async () => {
    for (const search of ["", "adeyemi", gwen.email, "thrive pent"]) {
      const query = new URLSearchParams({ q: search });
      expect(await text(`/admin/applications?${query}`, morag)).toContain(id);
    }
    expect(await text("/admin/applications?q=nobody%25", morag)).toContain("Nobody found");
  });

  test("does not search for a patient’s number, nor repeat it", async () => {
    const page = await text("/admin/applications?q=799+999+9997", morag);
    expect(page).not.toContain("799 999 9997");
  });

  test("is not there for people outside the office", async () => {
    expect((await app.get("/admin/applications", { as: gwen })).status).toBe(404);
    expect((await app.get(`/admin/applications/${id}`, { as: gwen })).status).toBe(404);
  });
});

describe("an application", () => {
  test("shows everything that was said, and the way to the evidence", async () => {
    const page = await text(`/admin/applications/${id}`, morag);
    expect(page).toContain("Community link worker");
    expect(page).toContain("letter.pdf");
    expect(page).toContain("Save the decision");
  });

  test("is read, but not decided, by an office assistant", async () => {
    const page = await text(`/admin/applications/${id}`, alun);
    expect(page).toContain("Community link worker");
    expect(page).not.toContain("Save the decision");
    expect((await decide({ kind: "approve" }, alun)).status).toBe(403);
  });

  test("that does not exist is not found", async () => {
    expect((await app.get(`/admin/applications/${newId()}`, { as: morag })).status).toBe(404);
  });

  test("opens no file of another application", async () => {
    const other = await person(app.world.db, "Ines Moreau", `${newId()}@example.com`);
    const otherId = await sentByStudent(app.world.db, other.personId);
    const { id: fileId } = await app.world.db
      .selectFrom("files")
      .select("id")
      .where("ownerId", "=", otherId)
      .executeTakeFirstOrThrow();
    const path = `/admin/applications/${id}/evidence/${fileId}`;
    expect((await app.get(path, { as: morag })).status).toBe(404);
    expect((await app.get(path, { as: alun })).status).toBe(403);
  });
});

describe("deciding", () => {
  test("needs a reason to decline, and keeps the choice", async () => {
    const response = await decide({ kind: "decline", reason: "  " });
    const page = await response.text();
    expect(response.status).toBe(400);
    expect(page).toContain("Enter what the applicant should read");
    expect(page).toMatch(/value="decline"[^>]*checked|checked[^>]*value="decline"/);
  });

  test("late is told who decided, with what was typed still there", async () => {
    const seen = await stateSinceOf(app.world.db, id);
    expect((await decide({ kind: "approve", seen })).status).toBe(302);
    const late = await decide({ kind: "decline", reason: "The course has ended", seen });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("Approved by Morag Reid on 3 November 2026");
  });

  test("tells a declined applicant why, and lets them apply again", async () => {
    await decide({ kind: "decline", reason: "The course has ended" });
    const page = await text("/join", gwen);
    expect(page).toContain("The course has ended");
    expect(page).toContain("Apply again");
    const again = await text("/join/apply/work", gwen);
    expect(again).toContain("Thrive Pentland");
  });

  test("asks, and the applicant’s answer comes back to the queue once", async () => {
    await decide({ kind: "ask", reason: "Which course is it?" });
    expect(await text("/join", gwen)).toContain("Which course is it?");
    const form = { id: newId(), text: "Level 4, until June" };
    const wrong = await app.post("/join/answer", { ...form, text: " " }, { as: gwen });
    expect(wrong.status).toBe(400);
    const [first, second] = [
      await app.post("/join/answer", form, { as: gwen }),
      await app.post("/join/answer", form, { as: gwen }),
    ];
    expect([first.status, second.status]).toEqual([302, 302]);
    const page = await text(`/admin/applications/${id}`, morag);
    expect(page.match(/Level 4, until June/g)).toHaveLength(1);
    expect(await text("/admin/applications", morag)).toContain(id);
  });

  test("one’s own is refused, whatever one’s role", async () => {
    const ownId = await draftOf(app.world.db, morag.personId, { grade: "Associate" });
    await app.post("/join/check", { note: "" }, { as: morag });
    const seen = await stateSinceOf(app.world.db, ownId);
    const response = await app.post(
      `/admin/applications/${ownId}`,
      { seen, kind: "approve" },
      { as: morag },
    );
    expect(response.status).toBe(409);
    expect(await response.text()).toContain("This is your own application");
  });
});
