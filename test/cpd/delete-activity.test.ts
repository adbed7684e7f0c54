import { beforeEach, expect, test } from "vitest";
import { deleteActivity, restoreActivity } from "~/cpd/delete-activity";
import { editActivity } from "~/cpd/edit-activity";
import { logActivity } from "~/cpd/log-activity";
import { cpdOverview } from "~/cpd/overview";
import { removeDeletedActivities } from "~/cpd/remove-deleted-activities";
import type { Db } from "~/schema";
import type { World } from "~/world";
import { at } from "../support/clock";
import { emptyDatabase } from "../support/database";
import type { TestPerson } from "../support/people";
import { addRules, draft, memberWith } from "./association";

let db: Db;
let amara: TestPerson;
let rules: Awaited<ReturnType<typeof addRules>>;
const now = at("2026-05-03");

beforeEach(async () => {
  db = await emptyDatabase();
  rules = await addRules(db);
  amara = await memberWith(db, rules.gradeId, "Amara Okafor", [
    { beganOn: "2026-04-01", endsOn: "2027-03-31" },
  ]);
});

const pointsNow = async () => (await cpdOverview(db, amara.personId, now))?.soFar.pointsHundredths;

test("a deleted activity no longer counts, cannot be edited, and comes back whole", async () => {
  const activity = draft(rules.atWork);
  await logActivity(db, amara.personId, activity, now);
  expect(await deleteActivity(db, amara.personId, activity.id, now)).toMatchObject({ ok: true });
  expect(await pointsNow()).toBe(0);
  expect(await editActivity(db, amara.personId, activity, now)).toMatchObject({
    error: { reason: "notFound" },
  });
  expect(await restoreActivity(db, amara.personId, activity.id, now)).toMatchObject({ ok: true });
  expect(await pointsNow()).toBe(100);
});

test("deleting twice is deleting once, and so is restoring", async () => {
  const activity = draft(rules.atWork);
  await logActivity(db, amara.personId, activity, now);
  for (const act of [deleteActivity, deleteActivity, restoreActivity, restoreActivity])
    expect(await act(db, amara.personId, activity.id, now)).toMatchObject({ ok: true });
  const acts = await db.selectFrom("history").select("act").orderBy("id").execute();
  expect(acts.map(({ act }) => act)).toEqual([
    "cpd.activityLogged",
    "cpd.activityDeleted",
    "cpd.activityRestored",
  ]);
});

test("nobody deletes or restores what is another person's", async () => {
  const activity = draft(rules.atWork);
  await logActivity(db, amara.personId, activity, now);
  const bem = await memberWith(db, rules.gradeId, "Bem Adeyemi", [
    { beganOn: "2026-04-01", endsOn: "2027-03-31" },
  ]);
  const notFound = { ok: false, error: { reason: "notFound" } };
  expect(await deleteActivity(db, bem.personId, activity.id, now)).toEqual(notFound);
  await deleteActivity(db, amara.personId, activity.id, now);
  expect(await restoreActivity(db, bem.personId, activity.id, now)).toEqual(notFound);
  expect(await pointsNow()).toBe(0);
});

test("what nobody brings back in 30 days is gone for good, and nothing else", async () => {
  const [old, recent, kept] = [draft(rules.atWork), draft(rules.atWork), draft(rules.atWork)];
  for (const activity of [old, recent, kept]) await logActivity(db, amara.personId, activity, now);
  await deleteActivity(db, amara.personId, old.id, now);
  await deleteActivity(db, amara.personId, recent.id, at("2026-05-20"));
  await removeDeletedActivities({ db } as World, null, at("2026-06-05"));
  const rows = await db.selectFrom("cpdActivities").select("id").orderBy("id").execute();
  expect(rows.map(({ id }) => id)).toEqual([recent.id, kept.id].sort());
});
