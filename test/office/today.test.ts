import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, test } from "vitest";
import { PERMISSIONS, type Permission } from "~/accounts/policy";
import { newId } from "~/lib/id";
import { recordDeath } from "~/membership/record-death";
import { suspend } from "~/membership/suspend";
import { today } from "~/office/today";
import type { Db } from "~/schema";
import { emptyDatabase } from "../support/database";
import { association, member, person, staff } from "../support/people";

const NOW = Temporal.Instant.from("2026-11-22T09:30:00Z");
let db: Db;

beforeEach(async () => {
  db = await emptyDatabase();
});

const look = (permissions: Permission[] = PERMISSIONS) => today(db, permissions, NOW);

async function application(state: "draft" | "submitted" | "answered", stateSince: string) {
  const { personId } = await person(db, `Gwen ${newId()}`);
  await db
    .insertInto("applications")
    .values({
      id: newId(),
      personId,
      answers: "{}",
      gradeId: null,
      priceId: null,
      evidenceFileId: null,
      startedAt: stateSince,
      savedAt: stateSince,
      submittedAt: state === "draft" ? null : stateSince,
      remindedAt: null,
      expiresOn: "2027-01-31",
      state,
      stateSince,
    })
    .execute();
}

const failedJob = () =>
  db
    .insertInto("jobs")
    .values({
      id: newId(),
      name: "mail.send",
      payload: "{}",
      uniqueKey: null,
      runAt: "2026-11-21T09:00:00Z",
      lockedUntil: null,
      lastError: "refused",
      createdAt: "2026-11-21T09:00:00Z",
      finishedAt: null,
      failedAt: "2026-11-21T10:00:00Z",
    })
    .execute();

describe("what needs doing today", () => {
  test("nothing, in an office where all is done", async () => {
    expect(await look()).toEqual([]);
  });

  test("applications to read, with how long the oldest has waited; drafts are not the office's", async () => {
    await application("submitted", "2026-11-19T14:00:00Z");
    await application("answered", "2026-11-21T14:00:00Z");
    await application("draft", "2026-11-01T14:00:00Z");
    expect(await look()).toEqual([
      {
        href: "/admin/applications",
        title: "2 applications to read",
        about: "The oldest has waited for 3 days",
      },
    ]);
  });

  test("one that came today has not waited", async () => {
    await application("submitted", "2026-11-22T08:00:00Z");
    expect(await look()).toMatchObject([
      { title: "1 application to read", about: "All came in today" },
    ]);
  });

  test("members in the days of grace, as the list of members counts them", async () => {
    const { grades } = await association(db);
    const gradeId = grades[0]!.id;
    const ranOut = { gradeId, paidUntil: "2026-11-10" };
    await member(db, "Eilidh Fraser", ranOut);
    const died = await member(db, "Tom Ellis", ranOut);
    const suspended = await member(db, "Rhys Morgan", ranOut);
    const act = { reason: "Told by a colleague", by: null };
    await recordDeath(db, { personId: died.personId, diedOn: "2026-11-12", ...act }, NOW);
    await suspend(db, { personId: suspended.personId, until: null, ...act }, NOW);
    expect(await look()).toMatchObject([{ title: "1 member in the days of grace" }]);
  });

  test("jobs that failed for good", async () => {
    await failedJob();
    expect(await look()).toMatchObject([{ href: "/admin/jobs", title: "1 job failed" }]);
  });

  test("people with a role who cannot enter yet, counted once however many roles they hold", async () => {
    const ruth = await staff(db, "Ruth Castle", "administrator");
    const { personId } = await person(db, "Nora Whitlock");
    const role = { personId, fromOn: "2026-01-01", toOn: null, by: ruth.personId };
    await db
      .insertInto("staffRoles")
      .values([
        { id: newId(), role: "moderator", ...role },
        { id: newId(), role: "safeguardingLead", ...role },
      ])
      .execute();
    expect(await look()).toMatchObject([
      { href: "/admin/staff", title: "1 person without two-factor sign-in" },
    ]);
  });

  test("somebody sees only what the own roles permit", async () => {
    await application("submitted", "2026-11-19T14:00:00Z");
    await failedJob();
    expect(await look(["seeOffice", "readJobs"])).toMatchObject([{ title: "1 job failed" }]);
    expect(await look(["seeOffice"])).toEqual([]);
  });
});
