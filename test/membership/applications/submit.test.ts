import { beforeEach, describe, expect, test } from "vitest";
import { publishWording } from "~/accounts/wordings";
import { newestApplication } from "~/membership/applications/application";
import { submitApplication } from "~/membership/applications/submit";
import { personStanding } from "~/membership/person-standing";
import type { Db } from "~/schema";
import { at } from "../../support/clock";
import { person, type TestPerson } from "../../support/people";
import { association, count, draftOf, historyOf, mailsTo } from "./applicant";

let db: Db;
let bem: TestPerson;

beforeEach(async () => {
  db = await association();
  bem = await person(db, "Bem Adeyemi");
});

const now = at("2026-11-03");
const send = (when = now) => submitApplication(db, bem.personId, { note: "" }, when);
const stateOf = async () => (await newestApplication(db, bem.personId))?.state;
describe("sending", () => {
  test("approves a grade without review at once, by nobody's name", async () => {
    const id = await draftOf(db, bem.personId);
    expect(await send()).toEqual({ ok: true, value: { state: "approved" } });
    expect((await newestApplication(db, bem.personId))?.decisions).toMatchObject([
      { kind: "approve", by: null },
    ]);
    expect((await historyOf(db, id)).map(({ act, actorId }) => [act, actorId])).toEqual([
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
    expect(await count(db, "acceptances")).toBe(5);
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
