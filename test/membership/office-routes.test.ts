import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { association, member, person, staff, type TestPerson } from "../support/people";
import { startTestPortal, type TestPortal } from "../support/portal";

let app: TestPortal;
let manager: TestPerson;
let assistant: TestPerson;
let moderator: TestPerson;
let amara: Awaited<ReturnType<typeof member>>;
let gradeId = "";

beforeAll(async () => {
  app = await startTestPortal();
  const { db } = app.world;
  gradeId = (await association(db)).gradeNamed("Student").id;
  manager = await staff(db, "Morag Sinclair", "membershipManager");
  assistant = await staff(db, "Owen Pugh", "officeAssistant");
  moderator = await staff(db, "Grace Mbeki", "moderator");
  amara = await member(db, "Amara Okafor");
}, 30_000);

afterAll(() => app.stop());

const text = async (path: string, as: TestPerson) => (await app.get(path, { as })).text();

describe("who enters", () => {
  test.each(["/admin/members", "/admin/members/export", "/admin/grades", "/admin/grades/new"])(
    "%s sends a stranger to sign in, is nowhere for a member, and refuses staff without the right",
    async (path) => {
      const stranger = await app.get(path);
      expect(stranger.status).toBe(302);
      expect(stranger.headers.get("location")).toContain("/sign-in?next=");
      expect((await app.get(path, { as: amara })).status).toBe(404);
      expect((await app.get(path, { as: moderator })).status).toBe(403);
    },
  );

  test("an office assistant sees people, but gives nobody membership and takes no list away", async () => {
    const at = `/admin/members/${amara.personId}`;
    const seen = await app.get(at, { as: assistant });
    expect(seen.status).toBe(200);
    expect(await seen.text()).not.toContain("Give membership");
    expect((await app.get(`${at}/grant`, { as: assistant })).status).toBe(403);
    expect((await app.post("/admin/members/export", {}, { as: assistant })).status).toBe(403);
  });

  test("a person who is not there is not found", async () => {
    for (const path of ["", "/details", "/grant", "/suspend", "/end", "/death"])
      expect((await app.get(`/admin/members/nobody${path}`, { as: manager })).status).toBe(404);
  });
});

describe("the list", () => {
  test("finds a member by number and shows the standing", async () => {
    const page = await text("/admin/members?q=LW-000001", manager);
    expect(page).toContain("Amara Okafor");
    expect(page).toContain("Current until 31 March 2027");
  });

  test("does not search for what looks like a patient's number", async () => {
    const page = await text("/admin/members?q=NHS+number+401+023+2137", manager);
    expect(page).toContain("looks like a patient");
    expect(page).not.toContain("401 023 2137");
  });

  test("is downloaded as CSV by who may, and history keeps it", async () => {
    const answer = await app.post(
      "/admin/members/export",
      { standing: "current" },
      { as: manager },
    );
    expect(answer.headers.get("content-type")).toContain("text/csv");
    expect(answer.headers.get("content-disposition")).toContain("members-2026-11-03.csv");
    expect(await answer.text()).toContain("LW-000001,Amara Okafor");
    const taken = await app.world.db
      .selectFrom("history")
      .select("actorId")
      .where("act", "=", "membership.listExported")
      .execute();
    expect(taken).toEqual([{ actorId: manager.personId }]);
  });
});

describe("a person's page", () => {
  test("leads a manager through giving membership, with a reason", async () => {
    const { personId } = await person(app.world.db, "Bem Terver");
    const at = `/admin/members/${personId}`;
    const form = {
      kind: "complimentary",
      gradeId,
      startsOn: "2026-11-03",
      endsOn: "2027-11-02",
      reason: "",
    };
    const refused = await app.post(`${at}/grant`, form, { as: manager });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("Enter the reason");
    const given = await app.post(`${at}/grant`, { ...form, reason: "Board" }, { as: manager });
    expect(given.headers.get("location")).toBe(`${at}?done=granted`);
    const page = await text(at, manager);
    expect(page).toContain("Current until 2 November 2027");
    expect(page).toContain("Complimentary");
    expect(page).toContain("Membership given by the office");
  });

  test("keeps what was typed when a day is refused", async () => {
    const at = `/admin/members/${amara.personId}/grant`;
    const form = {
      kind: "feeHoliday",
      gradeId,
      startsOn: "2028-01-01",
      endsOn: "2028-02-01",
      reason: "Parental leave",
    };
    const refused = await app.post(at, form, { as: manager });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("the day after the membership ends");
    expect(page).toContain("Parental leave");
    expect(page).toContain('value="2028-02-01"');
  });

  test("suspends, lifts, corrects and ends", async () => {
    const { personId } = await member(app.world.db, "Chipo Moyo");
    const at = `/admin/members/${personId}`;
    const act = (path: string, form: Record<string, string>) =>
      app.post(`${at}${path}`, { reason: "Board", ...form }, { as: manager });
    expect((await act("/suspend", { intent: "suspend" })).headers.get("location")).toBe(
      `${at}?done=suspended`,
    );
    expect(await text(at, manager)).toContain("Suspended until it is lifted");
    expect((await act("/suspend", { intent: "lift" })).status).toBe(302);
    const [term] = await app.world.db
      .selectFrom("terms")
      .innerJoin("memberships", "memberships.id", "terms.membershipId")
      .select("terms.id")
      .where("personId", "=", personId)
      .execute();
    expect((await act(`/terms/${term?.id}`, { newEndsOn: "2026-12-31" })).status).toBe(302);
    expect(await text(at, manager)).toContain("Current until 31 December 2026");
    expect((await act("/end", { kind: "remove", on: "2026-11-03" })).status).toBe(302);
    expect(await text(at, manager)).toContain("Removed on 3 November 2026");
    const again = await act("/end", { kind: "resign", on: "2026-11-03" });
    expect(again.status).toBe(422);
  });

  test("changes details, with the office as the one who did it", async () => {
    const at = `/admin/members/${amara.personId}/details`;
    const form = {
      givenName: "Amara",
      familyName: "Okafor-Hale",
      jobTitle: "Link worker",
      employerKind: "charity",
      employerName: "Riverside Trust",
      nation: "Wales",
      region: "Gwynedd",
    };
    expect((await app.post(at, form, { as: assistant })).status).toBe(302);
    const page = await text(`/admin/members/${amara.personId}`, manager);
    expect(page).toContain("Okafor-Hale");
    expect(page).toContain("Riverside Trust");
    const { actorId } = await app.world.db
      .selectFrom("history")
      .select("actorId")
      .where("act", "=", "accounts.profileUpdated")
      .executeTakeFirstOrThrow();
    expect(actorId).toBe(assistant.personId);
  });
});

describe("grades", () => {
  test("a grade and its price are added by form; pounds become pence", async () => {
    const grade = {
      name: "Fellow",
      summary: "For people who have given much.",
      review: "review",
      asksEvidence: "yes",
      evidence: "",
      position: "6",
    };
    const refused = await app.post("/admin/grades/new", grade, { as: manager });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("Enter what the applicant is asked for");
    const added = await app.post(
      "/admin/grades/new",
      { ...grade, evidence: "A nomination" },
      { as: manager },
    );
    const address = added.headers.get("location")?.split("?")[0] ?? "";
    expect(address).toMatch(/^\/admin\/grades\/[0-9a-f-]+$/);
    const price = {
      id: newId(),
      interval: "year",
      price: "£1,062.50",
      vatTreatment: "standard",
      fromOn: "2026-11-03",
    };
    expect((await app.post(`${address}/prices/new`, price, { as: manager })).status).toBe(302);
    const page = await text(address, manager);
    expect(page).toContain("£1,062.50 a year");
    expect(page).toContain("includes VAT at 20%");
  });

  test("a grade without a name but spaces is refused, and says so", async () => {
    const grade = { review: "automatic", asksEvidence: "no", position: "6" };
    const refused = await app.post(
      "/admin/grades/new",
      { ...grade, name: "  ", summary: " " },
      { as: manager },
    );
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(page).toContain("Enter a name");
    expect(page).toContain("Enter who the grade is for");
  });

  test("the first day of a price may be typed in words", async () => {
    const price = {
      id: newId(),
      interval: "month",
      price: "4.25",
      vatTreatment: "exempt",
      fromOn: "1 April 2027",
    };
    const saved = await app.post(`/admin/grades/${gradeId}/prices/new`, price, { as: manager });
    expect(saved.status).toBe(302);
    expect(await text(`/admin/grades/${gradeId}`, manager)).toContain("1 April 2027");
  });

  test("a price in words that are no money says what to enter", async () => {
    const price = {
      id: newId(),
      interval: "year",
      price: "4,5",
      vatTreatment: "exempt",
      fromOn: "2026-11-03",
    };
    const refused = await app.post(`/admin/grades/${gradeId}/prices/new`, price, { as: manager });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("Enter a price in pounds, like 45 or 4.25");
  });
});

describe("a person's own membership", () => {
  test("says the standing, the number and the terms", async () => {
    const { db } = app.world;
    const dafydd = await member(db, "Dafydd Rees", { paidUntil: "2026-09-01" });
    const page = await text("/membership", dafydd);
    expect(page).toContain("Your membership lapsed on 2 October 2026");
    expect(page).toContain("Join again");
    const own = await text("/membership", amara);
    expect(own).toContain("You are a current member until 31 March 2027");
    expect(own).toContain("LW-000001");
  });

  test("is open to whoever has signed in, and sends a stranger to do so", async () => {
    const eve = await person(app.world.db, "Eve Lindqvist");
    expect(await text("/membership", eve)).toContain("You are not a member");
    expect((await app.get("/membership")).headers.get("location")).toBe(
      "/sign-in?next=%2Fmembership",
    );
  });
});
