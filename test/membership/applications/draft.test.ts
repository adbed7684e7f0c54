import { beforeEach, describe, expect, test } from "vitest";
import { newestApplication } from "~/membership/applications/application";
import { saveDraft } from "~/membership/applications/save-draft";
import { submitApplication } from "~/membership/applications/submit";
import type { Db } from "~/schema";
import { at } from "../../support/clock";
import { person, type TestPerson } from "../../support/people";
import { association, count, draftOf } from "./applicant";

let db: Db;
let bem: TestPerson;

beforeEach(async () => {
  db = await association();
  bem = await person(db, "Bem Adeyemi");
});

const now = at("2026-11-03");
const send = (when = now) => submitApplication(db, bem.personId, { note: "" }, when);
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
    expect(await count(db, "applications")).toBe(1);
  });

  test("is one, also where two tabs begin at the same moment", async () => {
    await Promise.all([
      saveDraft(db, bem.personId, { givenName: "Bem" }, now),
      saveDraft(db, bem.personId, { familyName: "Adeyemi" }, now),
    ]);
    const draft = await newestApplication(db, bem.personId);
    expect(await count(db, "applications")).toBe(1);
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
