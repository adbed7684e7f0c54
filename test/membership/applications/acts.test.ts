import { beforeEach, describe, expect, test } from "vitest";
import { publishWording } from "~/accounts/wordings";
import { newId } from "~/lib/id";
import { answerOffice } from "~/membership/applications/answer";
import { newestApplication } from "~/membership/applications/application";
import { decideApplication } from "~/membership/applications/decide";
import { saveDraft } from "~/membership/applications/save-draft";
import { submitApplication } from "~/membership/applications/submit";
import { withdrawApplication } from "~/membership/applications/withdraw";
import { personStanding } from "~/membership/person-standing";
import type { Db } from "~/schema";
import { at } from "../../support/clock";
import { person, staff, type TestPerson } from "../../support/people";
import { association, draftOf, mailsTo, sentByStudent, stateSinceOf } from "./applicant";

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
const send = (when = now) => submitApplication(db, bem.personId, { note: "" }, when);
const stateOf = async () => (await newestApplication(db, bem.personId))?.state;
const count = async (table: "applications" | "applicationDecisions" | "files" | "acceptances") => {
  const { rows } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as("rows"))
    .executeTakeFirstOrThrow();
  return Number(rows);
};
const historyOf = async (subjectId: string) => {
  const rows = await db
    .selectFrom("history")
    .select(["act", "actorId", "reason"])
    .where("subjectId", "=", subjectId)
    .orderBy("id")
    .execute();
  return rows;
};

describe("a draft", () => {
  test("is kept as typed, wrong or unfinished, and stays one however often it is saved", async () => {
    await saveDraft(db, bem.personId, { givenName: "  Bem", nation: "Atlantis" }, now);
    await saveDraft(db, bem.personId, { jobTitle: "" }, now);
    const draft = await newestApplication(db, bem.personId);
    expect(JSON.parse(draft?.row.answers ?? "")).toMatchObject({
      givenName: "  Bem",
      nation: "Atlantis",
      jobTitle: "",
    });
    expect(await count("applications")).toBe(1);
  });

  test("is one, also where two tabs begin at the same moment", async () => {
    await Promise.all([
      saveDraft(db, bem.personId, { givenName: "Bem" }, now),
      saveDraft(db, bem.personId, { familyName: "Adeyemi" }, now),
    ]);
    const draft = await newestApplication(db, bem.personId);
    expect(await count("applications")).toBe(1);
    expect(JSON.parse(draft?.row.answers ?? "")).toMatchObject({
      givenName: "Bem",
      familyName: "Adeyemi",
    });
  });

  test("is not begun by a member", async () => {
    await draftOf(db, bem.personId);
    await send();
    await db
      .insertInto("memberships")
      .values({
        id: "spell",
        personId: bem.personId,
        applicationId: null,
        beganOn: "2026-11-03",
        yearStarts: "11-03",
      })
      .execute();
    const gwen = await person(db, "Gwen Parry");
    await db
      .insertInto("cover")
      .values({
        personId: gwen.personId,
        membershipId: "spell",
        coveredFrom: "2026-11-03",
        coveredUntil: "2027-11-02",
      })
      .execute();
    expect(await saveDraft(db, gwen.personId, { givenName: "Gwen" }, now)).toEqual({
      ok: false,
      error: { reason: "mayNotApply" },
    });
  });

  test("that was sent from another tab is not changed", async () => {
    await draftOf(db, bem.personId, { grade: "Associate" });
    await send();
    expect(await saveDraft(db, bem.personId, { givenName: "Ben" }, now)).toEqual({
      ok: false,
      error: { reason: "alreadySent" },
    });
  });
});

describe("sending", () => {
  test("approves a grade without review at once, by nobody's name", async () => {
    const id = await draftOf(db, bem.personId);
    expect(await send()).toEqual({ ok: true, value: { state: "approved" } });
    expect((await newestApplication(db, bem.personId))?.decisions).toMatchObject([
      { kind: "approve", by: null },
    ]);
    expect((await historyOf(id)).map(({ act, actorId }) => [act, actorId])).toEqual([
      ["membership.applicationBegun", bem.personId],
      ["membership.applicationSubmitted", bem.personId],
      ["membership.applicationApproved", null],
    ]);
    expect(await mailsTo(db, bem.personId)).toEqual(["applicationApproved"]);
  });

  test("leaves a grade with review to the office", async () => {
    await draftOf(db, bem.personId, { grade: "Associate" });
    expect(await send()).toEqual({ ok: true, value: { state: "submitted" } });
    expect(await mailsTo(db, bem.personId)).toEqual(["applicationReceived"]);
    expect((await personStanding(db, bem.personId, "2026-11-03")).standing).toBe("applicant");
  });

  test("twice, at once or later, is sending once", async () => {
    await draftOf(db, bem.personId, { grade: "Associate" });
    await Promise.all([send(), send()]);
    await send(at("2026-11-04"));
    expect(await mailsTo(db, bem.personId)).toEqual(["applicationReceived"]);
    expect(await count("acceptances")).toBe(5);
    expect((await newestApplication(db, bem.personId))?.row.submittedAt).toBe(now.toString());
  });

  test("says what is missing, and sends nothing", async () => {
    await draftOf(db, bem.personId, { said: { employerName: " ", dutyToPay: "" } });
    expect(await send()).toEqual({
      ok: false,
      error: { reason: "incomplete", missing: ["work", "agreements"] },
    });
    expect(await stateOf()).toBe("draft");
  });

  test("needs evidence where the grade asks for it", async () => {
    await draftOf(db, bem.personId, { grade: "Student" });
    expect(await send()).toMatchObject({ error: { missing: ["evidence"] } });
  });

  test("needs the agreements anew where a text has changed since", async () => {
    await draftOf(db, bem.personId);
    await db.transaction().execute((trx) =>
      publishWording(trx, {
        kind: "codeOfPractice",
        title: "Code of practice",
        text: "Be even kinder",
        inForceOn: "2026-11-03",
      }),
    );
    expect(await send()).toMatchObject({ error: { missing: ["agreements"] } });
  });

  test("keeps each accepted version and each choice, with its time", async () => {
    await draftOf(db, bem.personId);
    await send();
    const accepted = await db
      .selectFrom("acceptances")
      .innerJoin("wordings", "wordings.id", "acceptances.wordingId")
      .select(["wordings.kind", "wordings.version", "acceptances.at"])
      .orderBy("wordings.kind")
      .execute();
    expect(accepted).toEqual(
      ["codeOfPractice", "dutyToPay", "keyFacts", "privacyNotice", "startAtOnce"].map((kind) => ({
        kind,
        version: 1,
        at: now.toString(),
      })),
    );
    const consents = await db
      .selectFrom("consents")
      .select(["topic", "choice"])
      .orderBy("topic")
      .execute();
    expect(consents).toEqual([
      { topic: "events", choice: "yes" },
      { topic: "news", choice: "no" },
      { topic: "research", choice: "no" },
    ]);
  });

  test("puts name, place and work on record", async () => {
    await draftOf(db, bem.personId);
    await send();
    const row = await db
      .selectFrom("people")
      .innerJoin("employments", "employments.personId", "people.id")
      .select(["nation", "region", "jobTitle", "employerName", "employments.kind", "toOn"])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({
      nation: "Scotland",
      region: "Lothian",
      jobTitle: "Community link worker",
      employerName: "Thrive Pentland",
      kind: "charity",
      toOn: null,
    });
  });
});

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
    expect(await count("files")).toBe(1);
    expect(await decide("approve", morag)).toEqual({ ok: true, value: null });
    expect(await stateOf()).toBe("approved");
    expect(await count("files")).toBe(0);
    expect(await mailsTo(db, bem.personId)).toEqual(["applicationReceived", "applicationApproved"]);
    expect((await historyOf(id)).at(-1)).toMatchObject({
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
    expect(await count("applicationDecisions")).toBe(1);
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
    expect(await count("files")).toBe(1);
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
    expect(await count("files")).toBe(0);
    expect((await withdrawApplication(db, bem.personId, now)).ok).toBe(false);
  });
});
