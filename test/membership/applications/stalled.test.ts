import { beforeEach, describe, expect, test } from "vitest";
import { newestApplication } from "~/membership/applications/application";
import { decideApplication } from "~/membership/applications/decide";
import { saveDraft } from "~/membership/applications/save-draft";
import {
  endStalledApplications,
  remindStalledApplications,
} from "~/membership/applications/stalled";
import { submitApplication } from "~/membership/applications/submit";
import type { Db } from "~/schema";
import type { World } from "~/world";
import { at } from "../../support/clock";
import { person, staff, type TestPerson } from "../../support/people";
import { association, draftOf, mailsTo, sentByStudent, stateSinceOf } from "./applicant";

let db: Db;
let bem: TestPerson;

beforeEach(async () => {
  db = await association();
  bem = await person(db, "Bem Adeyemi");
});

// the jobs use the database alone of all that is in the world
const world = () => ({ db }) as unknown as World;
const remindOn = (date: string) => remindStalledApplications(world(), null, at(date));
const endOn = (date: string) => endStalledApplications(world(), null, at(date));
const newest = () => newestApplication(db, bem.personId);

// begun on 3 November and open for 60 days: until 2 January, reminded 14 days before
describe("an unfinished application", () => {
  beforeEach(() => draftOf(db, bem.personId));

  test("is reminded once, 14 days before it ends", async () => {
    await remindOn("2026-12-18");
    expect(await mailsTo(db, bem.personId)).toEqual([]);
    await remindOn("2026-12-19");
    await remindOn("2026-12-19");
    await remindOn("2026-12-20");
    expect(await mailsTo(db, bem.personId)).toEqual(["applicationStalled"]);
  });

  test("that is taken up again has its days counted anew, and a new reminder", async () => {
    await remindOn("2026-12-19");
    await saveDraft(db, bem.personId, { region: "Highland" }, at("2026-12-30"));
    await endOn("2027-02-28");
    expect((await newest())?.state).toBe("draft");
    await remindOn("2027-02-20");
    expect(await mailsTo(db, bem.personId)).toEqual(["applicationStalled", "applicationStalled"]);
  });

  test("is open on its last day and ends on the next, with everything that was filled in", async () => {
    await endOn("2027-01-02");
    expect((await newest())?.state).toBe("draft");
    await endOn("2027-01-03");
    await endOn("2027-01-04");
    const ended = await newest();
    expect(ended?.state).toBe("ended");
    expect(ended?.row.answers).toBe("{}");
    expect(ended?.decisions).toMatchObject([{ kind: "expire", by: null }]);
    expect(await mailsTo(db, bem.personId)).toEqual(["applicationEnded"]);
  });
});

test("what waits for the office neither is reminded nor ends", async () => {
  await sentByStudent(db, bem.personId);
  await remindOn("2027-06-01");
  await endOn("2027-06-01");
  expect((await newest())?.state).toBe("submitted");
  expect(await mailsTo(db, bem.personId)).toEqual(["applicationReceived"]);
});

test("a question without an answer ends the application, and the evidence goes", async () => {
  const morag = await staff(db, "Morag Reid", "membershipManager");
  const applicationId = await sentByStudent(db, bem.personId);
  const seen = await stateSinceOf(db, applicationId);
  const question = { kind: "ask" as const, reason: "Which course?", by: morag.personId };
  await decideApplication(db, { applicationId, ...question, seen }, at("2026-11-10"));
  await endOn("2027-01-10");
  expect((await newest())?.state).toBe("ended");
  expect(await db.selectFrom("files").selectAll().execute()).toEqual([]);
});

describe("an approval", () => {
  beforeEach(async () => {
    await draftOf(db, bem.personId);
    await submitApplication(db, bem.personId, { note: "" }, at("2026-11-03"));
  });

  test("that is not paid ends, though it was approved", async () => {
    await endOn("2027-01-03");
    expect((await newest())?.state).toBe("ended");
  });

  test("whose Direct Debit is under way does not end; once the debit has failed, it does", async () => {
    const application = await newest();
    const gradeId = application?.row.gradeId ?? "";
    await db
      .insertInto("memberships")
      .values({
        id: "spell",
        personId: bem.personId,
        applicationId: application?.row.id ?? null,
        beganOn: "2026-12-30",
        yearStarts: "12-30",
      })
      .execute();
    await db
      .insertInto("provisionalTerms")
      .values({
        invoiceLineId: "line",
        membershipId: "spell",
        gradeId,
        startsOn: "2026-12-30",
        provisionalUntil: "2027-01-09",
        endedOn: null,
        createdAt: "2026-12-30T10:00:00Z",
      })
      .execute();
    await endOn("2027-01-05");
    expect((await newest())?.state).toBe("approved");
    await db.updateTable("provisionalTerms").set({ endedOn: "2027-01-05" }).execute();
    await endOn("2027-01-06");
    expect((await newest())?.state).toBe("ended");
  });
});
