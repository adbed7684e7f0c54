import { beforeEach, expect, test } from "vitest";
import { readPlace } from "~/db/keyset";
import { historyFound, historyOf } from "~/history/queries";
import { askedHistory, historyQuestion } from "~/history/question";
import { record } from "~/history/record";
import { actInWords } from "~/history/words";
import type { Db } from "~/schema";
import { at } from "../support/clock";
import { emptyDatabase } from "../support/database";
import { person, type TestPerson } from "../support/people";

let db: Db;
let amara: TestPerson;
let bem: TestPerson;
beforeEach(async () => {
  db = await emptyDatabase();
  amara = await person(db, "Amara Okafor");
  bem = await person(db, "Bem Adeyemi");
});

const subject = { kind: "application", id: "application-1" };
const note = (act: string, when: string, about = amara, by: TestPerson | null = bem) =>
  db.transaction().execute((trx) =>
    record(
      trx,
      {
        ...{ act, subject, actorId: by?.personId ?? null, personId: about.personId },
        changes: { state: { before: "submitted", after: "approved" } },
      },
      at(when),
    ),
  );

test("Invariant 15: history cannot be changed or taken away", async () => {
  await note("membership.joined", "2026-11-03");
  await expect(db.updateTable("history").set({ act: "x" }).execute()).rejects.toThrow(
    /append-only/,
  );
  await expect(db.deleteFrom("history").execute()).rejects.toThrow(/append-only/);
});

test("what is undone leaves no trace of having been done", async () => {
  const undone = db.transaction().execute(async (trx) => {
    await record(trx, { act: "membership.joined", subject, actorId: null }, at("2026-11-03"));
    throw new Error("no");
  });
  await expect(undone).rejects.toThrow("no");
  expect((await historyFound(db, {})).rows).toEqual([]);
});

test("erasure takes the values and leaves what was done, by whom and to which fields", async () => {
  await note("membership.joined", "2026-11-03");
  await db.deleteFrom("historyValues").execute();
  const [row] = await historyOf(db, amara.personId);
  expect(row).toMatchObject({ act: "membership.joined", actorGivenName: "Bem" });
  expect(row?.changes).toEqual([{ field: "state", before: null, after: null }]);
});

test("history is found by act, by whom it is about, by who did it, by subject and by day", async () => {
  await note("membership.joined", "2026-11-01T23:30:00Z");
  await note("membership.lapsed", "2026-11-02", bem, null);
  await note("cpd.activityLogged", "2026-11-03", amara, amara);
  const acts = async (query: string) => {
    const question = await historyQuestion(db, askedHistory(new URL(`http://x/?${query}`)));
    return (await historyFound(db, question)).rows.map(({ act }) => act);
  };
  expect(await acts("")).toEqual(["cpd.activityLogged", "membership.lapsed", "membership.joined"]);
  expect(await acts("act=membership.")).toEqual(["membership.lapsed", "membership.joined"]);
  expect(await acts("act=membership.lapsed")).toEqual(["membership.lapsed"]);
  expect(await acts("about=AMARA")).toEqual(["cpd.activityLogged", "membership.joined"]);
  expect(await acts("by=bem.adeyemi@example.com")).toEqual(["membership.joined"]);
  expect(await acts("about=nobody@example.com")).toEqual([]);
  expect(await acts("subject=application~application-1&act=membership.joined")).toHaveLength(1);
  expect(await acts("from=2026-11-02&to=2026-11-02")).toEqual(["membership.lapsed"]);
  expect(await acts("from=nonsense&to=2026-11-01")).toEqual(["membership.joined"]);
});

test("pages follow each other without a gap or a repetition, also within one instant", async () => {
  for (let count = 0; count < 7; count += 1) await note("membership.joined", "2026-11-03");
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const found = await historyFound(db, {}, readPlace(after), 3);
    seen.push(...found.rows.map(({ id }) => id));
    after = found.next;
  } while (after);
  expect(seen).toHaveLength(7);
  expect(new Set(seen).size).toBe(7);
});

test("an act has words, and a new one shows its name until it has", () => {
  expect(actInWords("membership.joined")).toBe("Joined");
  expect(actInWords("events.placeOffered")).toBe("events.placeOffered");
});
