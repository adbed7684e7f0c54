import fc from "fast-check";
import { expect, test } from "vitest";
import { searchKey } from "~/lib/search-key";
import { coverOf } from "~/membership/cover";
import { remove, resign } from "~/membership/end-membership";
import { peopleAsCsv, recordExport } from "~/membership/export-people";
import { readPeopleFilter } from "~/membership/people-filter";
import { listPeople } from "~/membership/people-list";
import { personStanding } from "~/membership/person-standing";
import { peopleFound } from "~/membership/queries/people-list";
import { recordDeath } from "~/membership/record-death";
import { STANDINGS } from "~/membership/standing";
import { suspend } from "~/membership/suspend";
import type { Db } from "~/schema";
import { at } from "../support/clock";
import { emptyDatabase } from "../support/database";
import { association, member, person } from "../support/people";
import { anyLedger, day, LAST_DAY_NUMBER } from "./ledgers";
import { applicant } from "./paying";

const NOW = at("2026-11-03");

const filter = (query = "") => readPeopleFilter(new URLSearchParams(query));

const namesOf = async (db: Db, query: string) =>
  (await listPeople(db, filter(query), undefined, NOW)).rows.map(({ name }) => name);

async function anOffice() {
  const db = await emptyDatabase();
  const { priceOf } = await association(db);
  const amara = await member(db, "Amara Okafor");
  const sian = await member(db, "Siân O’Neill-Price", { paidUntil: "2026-10-20" });
  const bem = await member(db, "Bem Terver", { paidUntil: "2026-09-01" });
  const chipo = await person(db, "Chipo Moyo");
  await applicant(db, chipo.personId, await priceOf("Student"));
  await person(db, "Dafydd Rees");
  await db
    .insertInto("employments")
    .values({
      id: "job",
      personId: bem.personId,
      organisationId: null,
      employerName: "North Riverside PCN",
      kind: "primaryCareNetwork",
      fromOn: "2025-01-01",
      toOn: null,
    })
    .execute();
  return { db, amara, sian, bem, chipo };
}

test("one box finds a person by the start of either name, by number, by e-mail or by employer", async () => {
  const { db, amara } = await anOffice();
  for (const query of [
    "okaf",
    "Amara Ok",
    "Okafor, Amara",
    "LW-000001",
    "lw 1",
    String(amara.number),
    "amara.okafor@ex",
  ])
    expect([query, await namesOf(db, `q=${encodeURIComponent(query)}`)]).toEqual([
      query,
      ["Amara Okafor"],
    ]);
  expect(await namesOf(db, "q=north")).toEqual(["Bem Terver"]);
});

test("neither accents, apostrophes, hyphens nor case stand in the way of a search", async () => {
  const { db } = await anOffice();
  for (const query of ["sian", "SIÂN", "oneill", "o'neill price", "O’Neill-Pr"])
    expect([query, await namesOf(db, `q=${encodeURIComponent(query)}`)]).toEqual([
      query,
      ["Siân O’Neill-Price"],
    ]);
});

test("a word inside a name or an employer's is found where nothing begins with it", async () => {
  const { db } = await anOffice();
  expect(await namesOf(db, "q=price")).toEqual(["Siân O’Neill-Price"]);
  expect(await namesOf(db, "q=riverside")).toEqual(["Bem Terver"]);
  expect(await namesOf(db, "q=100%25")).toEqual([]);
});

test("the key that the database makes of a name is the one that a search makes", async () => {
  const db = await emptyDatabase();
  const letters = "abcXYZ áÂçÉëîñØöŵŴŷÿłŁ'’-";
  const names = fc.sample(fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 }), 60);
  for (const [position, name] of names.entries()) {
    const familyName = `A${name}z`;
    const { personId } = await person(db, "X", `x${position}@example.com`);
    await db.updateTable("people").set({ familyName }).where("id", "=", personId).execute();
    const { nameKey } = await db
      .selectFrom("people")
      .select("nameKey")
      .where("id", "=", personId)
      .executeTakeFirstOrThrow();
    expect(nameKey.replace(/ +/g, " ")).toBe(searchKey(`${familyName} X`));
  }
});

test("the list is narrowed by standing, grade and nation", async () => {
  const { db } = await anOffice();
  expect(await namesOf(db, "standing=current")).toEqual(["Amara Okafor"]);
  expect(await namesOf(db, "standing=inGrace")).toEqual(["Siân O’Neill-Price"]);
  expect(await namesOf(db, "standing=lapsed")).toEqual(["Bem Terver"]);
  expect(await namesOf(db, "standing=applicant")).toEqual(["Chipo Moyo"]);
  expect(await namesOf(db, "standing=none")).toEqual(["Dafydd Rees"]);
  expect(await namesOf(db, "nation=Wales")).toEqual([]);
  await db.updateTable("people").set({ nation: "Wales" }).where("givenName", "=", "Bem").execute();
  expect(await namesOf(db, "nation=Wales&standing=lapsed")).toEqual(["Bem Terver"]);
  expect(await namesOf(db, "gradeId=unknown")).toEqual([]);
});

test("the list's standings are those that each person's own page says, for any history", async () => {
  const { db, amara } = await anOffice();
  const { personId, membershipId } = amara;
  const anyDay = fc.integer({ min: 0, max: LAST_DAY_NUMBER }).map(day);
  await fc.assert(
    fc.asyncProperty(anyLedger, anyDay, async (ledger, today) => {
      const cover = coverOf(ledger, 5);
      fc.pre(cover !== null);
      const row = { ...cover, membershipId, gradeId: null };
      await db.updateTable("cover").set(row).where("personId", "=", personId).execute();
      const { diedOn } = ledger;
      await db.updateTable("people").set({ diedOn }).where("id", "=", personId).execute();
      const { standing } = await personStanding(db, personId, today);
      const asked = { ...filter("q=okafor"), today };
      const [found] = await peopleFound(db, asked, undefined, 1);
      expect(found?.heldStanding).toBe(standing);
      const narrowed = await peopleFound(db, { ...asked, standing }, undefined, 1);
      expect(narrowed).toHaveLength(1);
    }),
    { numRuns: 100 },
  );
}, 20_000);

test("every standing that an act can make can be filtered by", async () => {
  const { db, amara, sian, bem } = await anOffice();
  const by = { reason: "Because", by: null };
  await suspend(db, { personId: amara.personId, until: null, ...by }, NOW);
  await remove(db, { personId: sian.personId, on: "2026-11-03", ...by }, NOW);
  await resign(db, { personId: bem.personId, on: "2026-11-02", ...by }, NOW);
  const elin = await member(db, "Elin Vaughan");
  await recordDeath(db, { personId: elin.personId, diedOn: "2026-11-01", ...by }, NOW);
  const found = await Promise.all(
    STANDINGS.map(async (standing) => [standing, await namesOf(db, `standing=${standing}`)]),
  );
  expect(Object.fromEntries(found)).toMatchObject({
    suspended: ["Amara Okafor"],
    removed: ["Siân O’Neill-Price"],
    resigned: ["Bem Terver"],
    deceased: ["Elin Vaughan"],
    current: [],
  });
});

test("paging shows everybody once, in every order and direction", async () => {
  const db = await emptyDatabase();
  await association(db);
  for (let n = 0; n < 12; n++)
    await member(db, `Same Name`.concat(n % 3 === 0 ? "" : `-${n}`), {
      paidUntil: n % 2 ? "2027-03-31" : "2027-06-30",
    }).catch(() => person(db, "Same Name", `same${n}@example.com`));
  for (const sort of ["name", "number", "until"])
    for (const direction of ["up", "down"]) {
      const asked = filter(`sort=${sort}&direction=${direction}`);
      const all = (await listPeople(db, asked, undefined, NOW)).rows.map((row) => row.personId);
      const paged: string[] = [];
      let after: string | undefined;
      do {
        const page = await listPeople(db, asked, after, NOW, 2);
        paged.push(...page.rows.map((row) => row.personId));
        after = page.next;
      } while (after);
      expect(paged).toEqual(all);
      expect(new Set(paged).size).toBe(paged.length);
    }
});

test("the CSV is for a spreadsheet: a mark of its encoding, and no cell that runs as a formula", async () => {
  const { db, amara } = await anOffice();
  await db
    .updateTable("people")
    .set({ givenName: "=cmd|'/c calc'!A1", familyName: "" })
    .where("id", "=", amara.personId)
    .execute();
  const texts: string[] = [];
  for await (const text of peopleAsCsv(db, filter(), NOW)) texts.push(text);
  const csv = texts.join("");
  expect(csv.startsWith("\uFEFFNumber,Name,Email,Standing")).toBe(true);
  expect(csv).toContain("'=cmd|");
  expect(csv.trim().split("\n")).toHaveLength(6);
});

test("who takes the list stands in history, the words that were searched for do not", async () => {
  const { db, amara } = await anOffice();
  await recordExport(db, amara.personId, filter("q=okafor&standing=current"), NOW);
  const entry = await db
    .selectFrom("history")
    .select(["actorId", "fields"])
    .where("act", "=", "membership.listExported")
    .executeTakeFirstOrThrow();
  expect(entry).toEqual({ actorId: amara.personId, fields: '["standing","search"]' });
  const values = await db.selectFrom("historyValues").select("afterValue").execute();
  expect(values).not.toContainEqual({ afterValue: "okafor" });
});
