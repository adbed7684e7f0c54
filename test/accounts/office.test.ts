import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { breakGlass } from "~/accounts/break-glass";
import { newId } from "~/lib/id";
import { person, staff, type TestPerson } from "../support/people";
import { startTestPortal, type TestPortal } from "../support/portal";
import { browser, giveTwoFactor, mailsTo, newestMail, PASSWORD, withPassword } from "./support";

let app: TestPortal;
let manager: TestPerson;
let administrator: TestPerson;
beforeAll(async () => {
  app = await startTestPortal();
  manager = await staff(app.world.db, "Mona Manager", "membershipManager");
  administrator = await staff(app.world.db, "Ada Administrator", "administrator");
});
afterAll(() => app.stop());

const later = (hours: number) => app.clock.moveTo(app.clock.now().add({ hours }));

const askForMove = (personId: string, email: string, as = manager, id = newId()) =>
  app.post(
    `/admin/members/${personId}/move-account`,
    { id, email, reason: "Lost the mailbox; called back at work" },
    { as },
  );

const emailOf = async (personId: string) =>
  (
    await app.world.db
      .selectFrom("people")
      .select("email")
      .where("id", "=", personId)
      .executeTakeFirstOrThrow()
  ).email;

const historyOf = async (personId: string) =>
  (
    await app.world.db
      .selectFrom("history")
      .select("act")
      .where("personId", "=", personId)
      .orderBy("id")
      .execute()
  ).map((entry) => entry.act);

describe("moving an account to a new address", () => {
  test("takes effect after the pause: all are told, devices are signed out, history says why", async () => {
    const { personId, email } = await withPassword(app.world.db, "Lost Mailbox");
    const device = browser(app);
    await device.post("/sign-in", { email, password: PASSWORD });
    const asked = await askForMove(personId, "New.Box@example.net");
    expect(asked.headers.get("location")).toBe(
      `/admin/members/${personId}?done=accountMoveRequested`,
    );
    const told = [await newestMail(app, email), await newestMail(app, "New.Box@example.net")];
    expect(told.map((mail) => mail.subject)).toEqual(
      Array(2).fill("Your account is going to move to a new email address"),
    );
    await later(71);
    await app.settle();
    expect([await emailOf(personId), (await device.get("/account")).status]).toEqual([email, 200]);
    await later(2);
    await app.settle();
    expect([await emailOf(personId), (await device.get("/account")).status]).toEqual([
      "New.Box@example.net",
      302,
    ]);
    expect((await newestMail(app, email)).subject).toBe(
      "The email address of your account has changed",
    );
    expect(await historyOf(personId)).toEqual([
      "accounts.signedIn",
      "accounts.accountMoveRequested",
      "accounts.emailChanged",
      "accounts.accountMoved",
    ]);
    const visitor = browser(app);
    await visitor.post("/sign-in/link", { email: "new.box@example.net" });
    const { code } = await newestMail(app, "New.Box@example.net");
    expect((await visitor.post("/sign-in/code", { code })).headers.get("location")).toBe("/");
  });

  test("is stopped by the link in its notice, which a scanner's visit does not press", async () => {
    const { personId, email } = await person(app.world.db, "Stops It");
    await askForMove(personId, "attacker@example.net");
    const { path } = await newestMail(app, email);
    for (let time = 0; time < 3; time += 1) expect((await browser(app).get(path)).status).toBe(200);
    const token = new URL(path, app.url).searchParams.get("token") ?? "";
    const stopped = await browser(app).post("/account-moves/stop", { token });
    expect(stopped.headers.get("location")).toBe("/account-moves/stop?stopped");
    await later(100);
    await app.settle();
    expect(await emailOf(personId)).toBe(email);
    expect((await newestMail(app, "attacker@example.net")).subject).toBe(
      "The move of your account was stopped",
    );
    expect((await browser(app).get(path)).status).toBe(410);
  });

  test("sent twice it is planned once; a second one waits for the first", async () => {
    const { personId, email } = await person(app.world.db, "Twice Sent");
    const id = newId();
    await askForMove(personId, "twice@example.net", manager, id);
    const again = await askForMove(personId, "twice@example.net", manager, id);
    expect(again.status).toBe(302);
    expect(await mailsTo(app, email)).toHaveLength(1);
    const second = await askForMove(personId, "thrice@example.net");
    expect([second.status, (await second.text()).includes("under way already")]).toEqual([
      422,
      true,
    ]);
  });

  test("is refused to an address of somebody else, also where it was taken meanwhile", async () => {
    const { personId, email } = await person(app.world.db, "Wants Taken");
    await person(app.world.db, "Has It", "has.it@example.net");
    expect((await askForMove(personId, "HAS.it@example.net")).status).toBe(422);
    await askForMove(personId, "free@example.net");
    await person(app.world.db, "Quick One", "free@example.net");
    await later(73);
    await app.settle();
    expect(await emailOf(personId)).toBe(email);
    expect(await historyOf(personId)).toContain("accounts.accountMoveImpossible");
  });

  test("nobody moves their own account, and only an administrator that of a colleague", async () => {
    expect((await askForMove(manager.personId, "own@example.net")).status).toBe(422);
    expect((await askForMove(administrator.personId, "boss@example.net")).status).toBe(422);
    expect((await askForMove(manager.personId, "manager@example.net", administrator)).status).toBe(
      302,
    );
  });

  test("is for those who may: others are refused, strangers sign in", async () => {
    const { personId } = await person(app.world.db, "Some Body");
    const assistant = await staff(app.world.db, "Asa Assistant", "officeAssistant");
    const address = `/admin/members/${personId}/move-account`;
    expect((await app.get(address, { as: assistant })).status).toBe(403);
    expect((await app.get(address, { as: { personId } })).status).toBe(404);
    expect((await app.get(address)).headers.get("location")).toMatch(/^\/sign-in\?next=/);
  });
});

describe("resetting two-factor sign-in", () => {
  test("needs a reason, signs the person out and tells them", async () => {
    const { personId, email } = await withPassword(app.world.db, "Lost Phone");
    await giveTwoFactor(app, personId);
    const address = `/admin/members/${personId}/reset-two-factor`;
    expect((await app.post(address, { reason: " " }, { as: manager })).status).toBe(400);
    const reset = await app.post(address, { reason: "Called back" }, { as: manager });
    expect(reset.headers.get("location")).toBe(`/admin/members/${personId}?done=twoFactorReset`);
    expect((await newestMail(app, email)).text).toContain("Our office reset two-factor sign-in");
    expect(await historyOf(personId)).toEqual(["accounts.twoFactorReset"]);
    const signedIn = await browser(app).post("/sign-in", { email, password: PASSWORD });
    expect(signedIn.headers.get("location")).toBe("/");
  });

  test("of an administrator is not for a membership manager", async () => {
    const address = `/admin/members/${administrator.personId}/reset-two-factor`;
    expect((await app.post(address, { reason: "Please" }, { as: manager })).status).toBe(422);
  });
});

describe("the staff page", () => {
  test("gives a role, names who lacks two-factor sign-in, and ends the role", async () => {
    const { personId, email } = await person(app.world.db, "New Treasurer");
    const given = await app.post(
      "/admin/staff",
      { email, role: "treasurer", reason: "Elected" },
      { as: administrator },
    );
    expect(given.headers.get("location")).toBe("/admin/staff?done=given");
    const page = await (await app.get("/admin/staff", { as: administrator })).text();
    expect(page).toContain("Not set up");
    const { id } = await app.world.db
      .selectFrom("staffRoles")
      .select("id")
      .where("personId", "=", personId)
      .executeTakeFirstOrThrow();
    const ended = await app.post(
      `/admin/staff/roles/${id}/end`,
      { reason: "Resigned" },
      { as: administrator },
    );
    expect(ended.headers.get("location")).toBe("/admin/staff?done=ended");
    expect(await historyOf(personId)).toEqual(["accounts.roleGiven", "accounts.roleEnded"]);
  });

  test("is for administrators alone", async () => {
    expect((await app.get("/admin/staff", { as: manager })).status).toBe(403);
  });
});

describe("breaking the glass", () => {
  test("lets a locked-out administrator in by a link that works once, and tells every administrator", async () => {
    const locked = await staff(app.world.db, "Locked Out", "administrator");
    const broken = await breakGlass(app.world, locked.email.toUpperCase());
    if (!broken.ok) throw new Error(broken.error.reason);
    const token = new URL(broken.value.link).searchParams.get("token") ?? "";
    const visitor = browser(app);
    const response = await visitor.post("/sign-in/link", { token });
    expect(response.headers.get("location")).toBe("/admin");
    expect((await visitor.get("/admin/staff")).headers.get("location")).toBe(
      "/account/security/two-factor?next=%2Fadmin%2Fstaff",
    );
    const subject = "An administrator was let in from the server";
    expect((await newestMail(app, administrator.email)).subject).toBe(subject);
    expect(await historyOf(locked.personId)).toContain("accounts.breakGlassUsed");
    const again = await browser(app).post("/sign-in/link", { token });
    expect(again.headers.get("location")).toContain("/sign-in/link?token=");
  });

  test("is refused for anybody who is no administrator", async () => {
    const refused = { ok: false, error: { reason: "noSuchAdministrator" } };
    expect(await breakGlass(app.world, manager.email)).toEqual(refused);
    expect(await breakGlass(app.world, "nobody@example.org")).toEqual(refused);
  });
});
