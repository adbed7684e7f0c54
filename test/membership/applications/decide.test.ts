import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { answerOffice } from "~/membership/applications/answer";
import { newestApplication } from "~/membership/applications/application";
import { decideApplication } from "~/membership/applications/decide";
import { saveDraft } from "~/membership/applications/save-draft";
import { withdrawApplication } from "~/membership/applications/withdraw";
import type { Db } from "~/schema";
import { at } from "../../support/clock";
import { person, staff, type TestPerson } from "../../support/people";
import { association, count, historyOf, mailsTo, sentByStudent, stateSinceOf } from "./applicant";

let db: Db;
let bem: TestPerson;
let morag: TestPerson;
let alun: TestPerson;

beforeEach(async () => {
  db = await association();
  bem = await person(db, "Bem Adeyemi");
  morag = await staff(db, "Morag Reid", "membershipManager");
  alun = await staff(db, "Alun Pugh", "membershipManager");
});

const now = at("2026-11-03");
const stateOf = async () => (await newestApplication(db, bem.personId))?.state;
describe("deciding", () => {
  let id: string;
  let seen: string;

  beforeEach(async () => {
    id = await sentByStudent(db, bem.personId);
    seen = await stateSinceOf(db, id);
  });

  const decide = (kind: "approve" | "ask" | "decline", by: TestPerson, reason = "", when = now) =>
    decideApplication(db, { applicationId: id, kind, reason, by: by.personId, seen }, when);

  test("approves, tells the applicant and deletes the evidence", async () => {
    expect(await count(db, "files")).toBe(1);
    expect(await decide("approve", morag)).toEqual({ ok: true, value: null });
    expect(await stateOf()).toBe("approved");
    expect(await count(db, "files")).toBe(0);
    expect(await mailsTo(db, bem.personId)).toEqual(["applicationReceived", "applicationApproved"]);
    expect((await historyOf(db, id)).at(-1)).toMatchObject({
      act: "membership.applicationApproved",
      actorId: morag.personId,
    });
  });

  test("by two people at once is one decision, and the other is told who was faster", async () => {
    const [first, second] = await Promise.all([
      decide("decline", morag, "The course has ended"),
      decide("approve", alun),
    ]);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({
      ok: false,
      error: {
        reason: "changed",
        application: { decisions: [{ kind: "decline", givenName: "Morag", at: now.toString() }] },
      },
    });
    expect(await count(db, "applicationDecisions")).toBe(1);
    expect(await mailsTo(db, bem.personId)).toEqual(["applicationReceived", "applicationDeclined"]);
  });

  test("a second final decision is refused by the database itself", async () => {
    await decide("approve", morag);
    const another = {
      id: newId(),
      applicationId: id,
      kind: "decline" as const,
      reason: "",
      by: null,
      at: now.toString(),
    };
    await expect(db.insertInto("applicationDecisions").values(another).execute()).rejects.toThrow(
      /UNIQUE/,
    );
  });

  test("one's own is refused", async () => {
    expect(await decide("approve", bem)).toEqual({ ok: false, error: { reason: "own" } });
    expect(await stateOf()).toBe("submitted");
  });

  test("asks for more, keeps the evidence, and waits for the answer", async () => {
    await decide("ask", morag, "Which course?");
    expect(await stateOf()).toBe("moreWanted");
    expect(await count(db, "files")).toBe(1);
    const answerId = newId();
    const answer = () =>
      answerOffice(db, bem.personId, { id: answerId, text: "Level 4" }, at("2026-11-05"));
    expect(await answer()).toEqual({ ok: true, value: null });
    expect(await answer()).toEqual({ ok: true, value: null });
    expect((await newestApplication(db, bem.personId))?.answers).toHaveLength(1);
    expect(await stateOf()).toBe("answered");
    expect(await stateSinceOf(db, id)).toBe(at("2026-11-05").toString());
  });

  test("what the applicant answered meanwhile has to be read first", async () => {
    await decide("ask", morag, "Which course?");
    const asked = await stateSinceOf(db, id);
    await answerOffice(db, bem.personId, { id: newId(), text: "Level 4" }, at("2026-11-05"));
    const stale = { applicationId: id, kind: "decline" as const, reason: "No answer" };
    expect(
      await decideApplication(db, { ...stale, by: alun.personId, seen: asked }, at("2026-11-05")),
    ).toMatchObject({ error: { reason: "changed", application: { state: "answered" } } });
  });

  test("a question that nobody asked is not answered", async () => {
    expect(await answerOffice(db, bem.personId, { id: newId(), text: "Hello" }, now)).toEqual({
      ok: false,
      error: { reason: "notAsked" },
    });
  });

  test("the declined apply again with what they said of themselves", async () => {
    await decide("decline", morag, "The course has ended");
    await saveDraft(db, bem.personId, {}, at("2026-11-04"));
    const again = await newestApplication(db, bem.personId);
    expect(again?.state).toBe("draft");
    expect(JSON.parse(again?.row.answers ?? "")).toMatchObject({
      jobTitle: "Community link worker",
      employerName: "Thrive Pentland",
    });
    expect(JSON.parse(again?.row.answers ?? "")).not.toHaveProperty("dutyToPay");
  });

  test("the applicant withdraws what is not decided, and the evidence goes", async () => {
    expect((await withdrawApplication(db, bem.personId, now)).ok).toBe(true);
    expect(await stateOf()).toBe("withdrawn");
    expect(await count(db, "files")).toBe(0);
    expect((await withdrawApplication(db, bem.personId, now)).ok).toBe(false);
  });
});
