import { expect, test } from "vitest";
import { correctTerm } from "~/membership/correct-term";
import { remove, resign } from "~/membership/end-membership";
import { FOR_LIFE } from "~/membership/for-life";
import { grantCover } from "~/membership/grant";
import { personStanding } from "~/membership/person-standing";
import { recordDeath } from "~/membership/record-death";
import { liftSuspension, suspend } from "~/membership/suspend";
import type { Db } from "~/schema";
import { at } from "../support/clock";
import { emptyDatabase } from "../support/database";
import { association, member, person, staff } from "../support/people";
import { membershipsOf, termsOf } from "./paying";

const reason = "Decided by the board";

async function office() {
  const db = await emptyDatabase();
  const { grades } = await association(db);
  const { personId: by } = await staff(db, "Morag Sinclair", "membershipManager");
  return { db, gradeId: grades[0]!.id, by };
}

const standingOf = async (db: Db, personId: string, date: string) =>
  (await personStanding(db, personId, date)).standing;

test("cover given for life never ends, and history says who gave it and why", async () => {
  const { db, gradeId, by } = await office();
  const { personId } = await person(db, "Amara Okafor");
  const given = await grantCover(
    db,
    { personId, kind: "life", gradeId, startsOn: "2026-11-03", endsOn: FOR_LIFE, reason, by },
    at("2026-11-03"),
  );
  expect(given.ok).toBe(true);
  expect(await standingOf(db, personId, "2126-11-03")).toBe("current");
  const entry = await db.selectFrom("history").selectAll().executeTakeFirstOrThrow();
  expect(entry).toMatchObject({
    actorId: by,
    act: "membership.coverGranted",
    personId,
    reason,
  });
});

test("cover given from the day after the last continues the membership", async () => {
  const { db, gradeId, by } = await office();
  const { personId } = await member(db, "Amara Okafor");
  const grant = { personId, kind: "feeHoliday" as const, gradeId, reason, by };
  const days = { startsOn: "2027-04-01", endsOn: "2027-09-30" };
  expect((await grantCover(db, { ...grant, ...days }, at("2026-11-03"))).ok).toBe(true);
  expect(await membershipsOf(db, personId)).toHaveLength(1);
  expect(await standingOf(db, personId, "2027-09-30")).toBe("current");
});

test("cover cannot be promised for a day after a gap, nor end before it starts", async () => {
  const { db, gradeId, by } = await office();
  const { personId } = await member(db, "Amara Okafor");
  const grant = { personId, kind: "complimentary" as const, gradeId, reason, by };
  const later = { startsOn: "2027-06-01", endsOn: "2027-09-30" };
  expect(await grantCover(db, { ...grant, ...later }, at("2026-11-03"))).toEqual({
    ok: false,
    error: { reason: "startsAfterGap" },
  });
  const backwards = { startsOn: "2026-11-03", endsOn: "2026-11-02" };
  expect(await grantCover(db, { ...grant, ...backwards }, at("2026-11-03"))).toEqual({
    ok: false,
    error: { reason: "endsBeforeStart" },
  });
});

test("a corrected term ends earlier, and stays in the ledger as it was", async () => {
  const { db, by } = await office();
  const { personId } = await member(db, "Amara Okafor");
  const [term] = await termsOf(db, personId);
  const correction = { personId, termId: term!.id, newEndsOn: "2026-10-01", reason, by };
  expect((await correctTerm(db, correction, at("2026-11-03"))).ok).toBe(true);
  expect(await standingOf(db, personId, "2026-11-03")).toBe("lapsed");
  expect(await termsOf(db, personId)).toEqual([term]);
});

test("nobody's term is corrected through somebody else's page", async () => {
  const { db, by } = await office();
  const amara = await member(db, "Amara Okafor");
  const bem = await member(db, "Bem Terver");
  const [term] = await termsOf(db, amara.personId);
  const correction = { termId: term!.id, newEndsOn: "2026-10-01", reason, by };
  expect(
    await correctTerm(db, { personId: bem.personId, ...correction }, at("2026-11-03")),
  ).toEqual({ ok: false, error: { reason: "termUnknown" } });
});

test("a suspension holds until it is lifted, and gives the days back from then on", async () => {
  const { db, by } = await office();
  const { personId } = await member(db, "Amara Okafor");
  const act = { personId, reason, by };
  expect((await suspend(db, { ...act, until: null }, at("2026-11-03"))).ok).toBe(true);
  expect(await standingOf(db, personId, "2026-11-30")).toBe("suspended");
  expect(await suspend(db, { ...act, until: null }, at("2026-11-04"))).toEqual({
    ok: false,
    error: { reason: "suspendedAlready" },
  });
  expect((await liftSuspension(db, act, at("2026-11-10"))).ok).toBe(true);
  expect(await standingOf(db, personId, "2026-11-09")).toBe("suspended");
  expect(await standingOf(db, personId, "2026-11-10")).toBe("current");
  expect(await liftSuspension(db, act, at("2026-11-11"))).toEqual({
    ok: false,
    error: { reason: "notSuspended" },
  });
});

test("a resignation ends the membership after its day; joining again gives a new spell and the old number", async () => {
  const { db, gradeId, by } = await office();
  const { personId, number } = await member(db, "Amara Okafor");
  const ending = { personId, on: "2026-11-30", reason, by };
  expect((await resign(db, ending, at("2026-11-03"))).ok).toBe(true);
  expect(await standingOf(db, personId, "2026-11-30")).toBe("current");
  expect(await standingOf(db, personId, "2026-12-01")).toBe("resigned");
  expect(await resign(db, ending, at("2026-11-03"))).toEqual({
    ok: false,
    error: { reason: "endedAlready" },
  });
  const again = { startsOn: "2027-05-01", endsOn: "2028-04-30" };
  const grant = { personId, kind: "complimentary" as const, gradeId, reason, by, ...again };
  expect((await grantCover(db, grant, at("2027-05-01"))).ok).toBe(true);
  expect(await personStanding(db, personId, "2027-05-01")).toMatchObject({
    standing: "current",
    memberNumber: number,
    cover: { coveredFrom: "2027-05-01" },
  });
});

test("a removal holds from its day", async () => {
  const { db, by } = await office();
  const { personId } = await member(db, "Amara Okafor");
  await remove(db, { personId, on: "2026-11-03", reason, by }, at("2026-11-03"));
  expect(await standingOf(db, personId, "2026-11-03")).toBe("removed");
});

test("a death is recorded once and not ahead of time", async () => {
  const { db, by } = await office();
  const { personId } = await member(db, "Amara Okafor");
  const given = { personId, reason, by };
  expect(await recordDeath(db, { ...given, diedOn: "2026-11-04" }, at("2026-11-03"))).toEqual({
    ok: false,
    error: { reason: "inFuture" },
  });
  expect((await recordDeath(db, { ...given, diedOn: "2026-10-30" }, at("2026-11-03"))).ok).toBe(
    true,
  );
  expect(await standingOf(db, personId, "2026-11-03")).toBe("deceased");
  expect(await recordDeath(db, { ...given, diedOn: "2026-10-29" }, at("2026-11-03"))).toEqual({
    ok: false,
    error: { reason: "recordedAlready" },
  });
});
