import { afterEach, beforeEach, expect, test } from "vitest";
import { associationSettings } from "~/office/settings";
import { staff, type TestPerson } from "../support/people";
import { startTestPortal, type TestPortal } from "../support/portal";

let app: TestPortal;
let ada: TestPerson;
beforeEach(async () => {
  app = await startTestPortal();
  ada = await staff(app.world.db, "Ada Admin", "administrator");
});
afterEach(() => app.stop());

const filled = {
  name: "Link Workers Together",
  legalName: "Link Workers Together Ltd",
  contactEmail: "office@example.org",
  postalAddress: "1 Example Street",
  vatNumber: "",
  numberPrefix: "LWT",
  graceDays: "45",
  applicationDays: "60",
  applicationReminderDays: "14",
  accountMoveHours: "72",
};
const save = (changes: Partial<typeof filled> = {}) =>
  app.post("/admin/settings", { ...filled, ...changes }, { as: ada });

test("an administrator changes the settings; history shows both values, and grace is counted anew", async () => {
  const saved = await save();
  expect(saved.headers.get("location")).toBe("/admin/settings?done=saved");
  const { name, graceDays } = await associationSettings(app.world.db);
  expect([name, graceDays]).toEqual(["Link Workers Together", 45]);
  const page = await (await app.get("/admin/settings", { as: ada })).text();
  expect(page).toContain("grace days: 30 → 45");
  const jobs = await app.world.db.selectFrom("jobs").select("name").execute();
  expect(jobs).toContainEqual({ name: "membership.compareCover" });
});

test("saving what stands already changes nothing and leaves no history", async () => {
  await save();
  expect((await save()).headers.get("location")).toBe("/admin/settings?done=same");
  const history = await app.world.db
    .selectFrom("history")
    .select("act")
    .where("act", "=", "office.settingsChanged")
    .execute();
  expect(history).toHaveLength(1);
});

test.each([
  [{ graceDays: "many" }, "Days of grace must be a whole number of days between 0 and 120 days"],
  [{ graceDays: "121" }, "Days of grace must be a whole number"],
  [{ numberPrefix: "lw 1" }, "Use 1 to 5 capital letters"],
  [{ vatNumber: "12" }, "Enter a VAT number like"],
  [{ name: "" }, "Enter the association’s name"],
  [{ contactEmail: "office" }, "Enter an email address in the correct format"],
])("%j is refused with what to do, and what was typed stays", async (changes, words) => {
  const refused = await save(changes);
  const text = await refused.text();
  expect(refused.status).toBe(400);
  expect(text).toContain(words);
  expect(text).toContain("Link Workers Together Ltd");
});
