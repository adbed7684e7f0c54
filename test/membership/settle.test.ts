import { describe, expect, test } from "vitest";
import { ledgerOf } from "~/membership/ledger-of";
import { personStanding } from "~/membership/person-standing";
import { applicationSettlement, membershipSettlement } from "~/membership/settle";
import { standingOn } from "~/membership/standing";
import type { Db, Trx } from "~/schema";
import { at } from "../support/clock";
import { emptyDatabase } from "../support/database";
import { association, person } from "../support/people";
import { applicant, lineFor, membershipsOf, termsOf } from "./paying";

async function aPayer(interval: "year" | "month" = "year") {
  const db = await emptyDatabase();
  const { priceOf } = await association(db);
  const price = await priceOf("Practising member", interval);
  const somebody = await person(db, "Amara Okafor");
  const application = await applicant(db, somebody.personId, price);
  const inTransaction = <T>(work: (trx: Trx) => Promise<T>) => db.transaction().execute(work);
  const settleFirst = (line: Parameters<typeof lineFor>[1], on: string) =>
    inTransaction((trx) =>
      applicationSettlement.settle(trx, { ...lineFor(application, line), paidOn: on }, at(on)),
    );
  return { db, price, ...somebody, application, inTransaction, settleFirst };
}

const mailsTo = (db: Db, personId: string) =>
  db.selectFrom("outbox").select("emailName").where("personId", "=", personId).execute();

describe("the first payment of an application", () => {
  test("makes a member with a number, a spell, a year's term, a welcome and a line in history", async () => {
    const { db, personId, settleFirst } = await aPayer();
    expect(await settleFirst("line-1", "2026-11-03")).toEqual({ ok: true, value: null });
    expect(await termsOf(db, personId)).toMatchObject([
      { startsOn: "2026-11-03", endsOn: "2027-11-02", source: "invoiceLine", sourceId: "line-1" },
    ]);
    expect(await personStanding(db, personId, "2026-11-03")).toMatchObject({
      standing: "current",
      memberNumber: 1,
      firstJoinedOn: "2026-11-03",
      cover: { coveredUntil: "2027-11-02", graceUntil: "2027-12-02" },
    });
    expect(await mailsTo(db, personId)).toEqual([{ emailName: "membership.welcome" }]);
    const history = await db.selectFrom("history").select("act").execute();
    expect(history).toContainEqual({ act: "membership.joined" });
  });

  test("goes back where the person had died before it came", async () => {
    const { db, personId, settleFirst } = await aPayer();
    await db.updateTable("people").set({ diedOn: "2026-11-01" }).execute();
    expect(await settleFirst("line-1", "2026-11-03")).toEqual({
      ok: false,
      error: { reason: "ended" },
    });
    expect(await termsOf(db, personId)).toEqual([]);
  });

  test("settled again by the same line changes nothing", async () => {
    const { db, personId, settleFirst } = await aPayer();
    for (let times = 0; times < 3; times++)
      expect(await settleFirst("line-1", "2026-11-03")).toEqual({ ok: true, value: null });
    expect(await termsOf(db, personId)).toHaveLength(1);
    expect(await mailsTo(db, personId)).toHaveLength(1);
  });

  test("Invariant 17: paid in two tabs, it makes one membership and sends the second payment back", async () => {
    const { db, personId, settleFirst } = await aPayer();
    await settleFirst("line-1", "2026-11-03");
    expect(await settleFirst("line-2", "2026-11-03")).toEqual({
      ok: false,
      error: { reason: "duplicate" },
    });
    expect(await termsOf(db, personId)).toHaveLength(1);
    expect(await membershipsOf(db, personId)).toHaveLength(1);
  });

  test("is sent back where another application of the same person was paid first", async () => {
    const { db, personId, price, settleFirst, inTransaction } = await aPayer();
    const other = await applicant(db, personId, price);
    await settleFirst("line-1", "2026-11-03");
    const line = { ...lineFor(other, "line-2"), paidOn: "2026-11-05" };
    const refused = await inTransaction((trx) =>
      applicationSettlement.settle(trx, line, at("2026-11-05")),
    );
    expect(refused).toEqual({ ok: false, error: { reason: "duplicate" } });
    expect(await membershipsOf(db, personId)).toHaveLength(1);
  });
});

describe("a debit under way", () => {
  test("makes a member until a day, and says that the cover is provisional", async () => {
    const { db, personId, application, inTransaction } = await aPayer();
    const line = lineFor(application, "line-1");
    await inTransaction((trx) =>
      applicationSettlement.provide(trx, line, "2026-11-17", at("2026-11-03")),
    );
    const { standing, memberNumber } = await personStanding(db, personId, "2026-11-10");
    expect([standing, memberNumber]).toEqual(["provisional", 1]);
    expect((await personStanding(db, personId, "2026-11-18")).standing).toBe("applicant");
    expect(await mailsTo(db, personId)).toEqual([]);
  });

  test("that arrives pays from the day on which it was begun", async () => {
    const { db, personId, application, inTransaction, settleFirst } = await aPayer("month");
    const line = lineFor(application, "line-1");
    await inTransaction((trx) =>
      applicationSettlement.provide(trx, line, "2026-11-17", at("2026-11-03")),
    );
    await settleFirst("line-1", "2026-11-09");
    expect(await termsOf(db, personId)).toMatchObject([
      { startsOn: "2026-11-03", endsOn: "2026-12-02" },
    ]);
    const { standing, cover } = await personStanding(db, personId, "2026-11-09");
    expect([standing, cover?.provisionalUntil]).toEqual(["current", null]);
  });

  test("that fails leaves an applicant who can pay another way, and keeps the number", async () => {
    const { db, personId, application, inTransaction, settleFirst } = await aPayer();
    const line = lineFor(application, "line-1");
    await inTransaction((trx) =>
      applicationSettlement.provide(trx, line, "2026-11-17", at("2026-11-03")),
    );
    await inTransaction((trx) => applicationSettlement.withdraw(trx, line, at("2026-11-08")));
    expect((await personStanding(db, personId, "2026-11-08")).standing).toBe("applicant");

    expect(await settleFirst("line-2", "2026-11-20")).toEqual({ ok: true, value: null });
    expect(await personStanding(db, personId, "2026-11-20")).toMatchObject({
      standing: "current",
      memberNumber: 1,
      firstJoinedOn: "2026-11-20",
    });
    expect(await membershipsOf(db, personId)).toMatchObject([
      { beganOn: "2026-11-20", yearStarts: "11-20" },
    ]);
  });

  test("told of after its money arrived changes nothing", async () => {
    const { db, personId, application, inTransaction, settleFirst } = await aPayer();
    await settleFirst("line-1", "2026-11-09");
    const before = await personStanding(db, personId, "2026-11-09");
    const line = lineFor(application, "line-1");
    await inTransaction(async (trx) => {
      await applicationSettlement.provide(trx, line, "2026-11-30", at("2026-11-10"));
      await applicationSettlement.withdraw(trx, line, at("2026-11-11"));
    });
    expect(await personStanding(db, personId, "2026-11-09")).toEqual(before);
  });
});

describe("a later payment", () => {
  async function aMember(interval: "year" | "month" = "year") {
    const payer = await aPayer(interval);
    await payer.settleFirst("line-1", "2026-11-03");
    const [membership] = await membershipsOf(payer.db, payer.personId);
    const lineOf = (lineId: string, paidOn: string) => ({
      ...lineFor({ kind: "membership", id: membership!.id, priceId: payer.price.id }, lineId),
      paidOn,
    });
    const settle = (lineId: string, paidOn: string) =>
      payer.inTransaction((trx) =>
        membershipSettlement.settle(trx, lineOf(lineId, paidOn), at(paidOn)),
      );
    return { ...payer, membershipId: membership!.id, lineOf, settle };
  }

  test("continues from the day after the last, whether it came early or within the days of grace", async () => {
    const { db, personId, settle } = await aMember();
    await settle("line-2", "2027-10-20");
    await settle("line-3", "2028-12-01");
    expect(await termsOf(db, personId)).toMatchObject([
      { startsOn: "2026-11-03", endsOn: "2027-11-02" },
      { startsOn: "2027-11-03", endsOn: "2028-11-02" },
      { startsOn: "2028-11-03", endsOn: "2029-11-02" },
    ]);
    expect(await membershipsOf(db, personId)).toHaveLength(1);
  });

  test("Invariant 17: that lands after the lapse reinstates, with the gap shown", async () => {
    const { db, personId, settle } = await aMember();
    await settle("line-2", "2027-12-13");
    expect(await membershipsOf(db, personId)).toMatchObject([
      { beganOn: "2026-11-03" },
      { beganOn: "2027-12-13", yearStarts: "12-13" },
    ]);
    const standings = await Promise.all(
      ["2027-12-12", "2027-12-13"].map(async (day) =>
        standingOn(await ledgerOf(db, personId), day, 30),
      ),
    );
    expect(standings).toEqual(["lapsed", "current"]);
    expect(await personStanding(db, personId, "2027-12-13")).toMatchObject({
      standing: "current",
      memberNumber: 1,
      firstJoinedOn: "2026-11-03",
    });
    expect(await mailsTo(db, personId)).toContainEqual({ emailName: "membership.reinstated" });
  });

  test("for a period that is paid already is sent back", async () => {
    const { db, personId, settle } = await aMember("month");
    expect(await settle("line-2", "2026-12-03")).toMatchObject({ ok: true });
    expect(await settle("line-3", "2026-12-03")).toEqual({
      ok: false,
      error: { reason: "duplicate" },
    });
    expect(await termsOf(db, personId)).toHaveLength(2);
  });

  test("by debit is provisional from the end of what is paid, and a failure shortens nothing", async () => {
    const { db, personId, lineOf, inTransaction } = await aMember();
    const line = lineOf("line-2", "2027-11-03");
    await inTransaction((trx) =>
      membershipSettlement.provide(trx, line, "2027-11-20", at("2027-10-31")),
    );
    expect((await personStanding(db, personId, "2027-11-02")).standing).toBe("current");
    expect((await personStanding(db, personId, "2027-11-03")).standing).toBe("provisional");
    await inTransaction((trx) => membershipSettlement.withdraw(trx, line, at("2027-11-05")));
    const { standing, cover } = await personStanding(db, personId, "2027-11-05");
    expect([standing, cover?.coveredUntil]).toEqual(["inGrace", "2027-11-02"]);
  });

  test("by a debit that was begun within the days of grace continues, though it arrived after them", async () => {
    const { db, personId, lineOf, inTransaction } = await aMember();
    const line = lineOf("line-2", "2027-12-06");
    await inTransaction((trx) =>
      membershipSettlement.provide(trx, line, "2027-12-15", at("2027-11-30")),
    );
    await inTransaction((trx) => membershipSettlement.settle(trx, line, at("2027-12-06")));
    expect((await termsOf(db, personId)).at(-1)).toMatchObject({
      startsOn: "2027-11-03",
      endsOn: "2028-11-02",
    });
    expect(await membershipsOf(db, personId)).toHaveLength(1);
  });
});
