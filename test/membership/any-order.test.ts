import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths } from "~/lib/civil-date";
import { correctTerm } from "~/membership/correct-term";
import { coverOf } from "~/membership/cover";
import { remove, resign } from "~/membership/end-membership";
import { grantCover } from "~/membership/grant";
import { ledgerOf } from "~/membership/ledger-of";
import { applicationSettlement, membershipSettlement } from "~/membership/settle";
import { liftSuspension, suspend } from "~/membership/suspend";
import type { Db, Trx } from "~/schema";
import { at } from "../support/clock";
import { emptyDatabase } from "../support/database";
import { association, person } from "../support/people";
import { applicant, lineFor, membershipsOf, type Paid, termsOf } from "./paying";

const GRACE_DAYS = 30;

async function world() {
  const db = await emptyDatabase();
  const { priceOf, grades } = await association(db);
  const price = await priceOf("Practising member", "month");
  return { db, price, gradeId: grades[0]!.id };
}

type World = Awaited<ReturnType<typeof world>>;

const within = <T>(db: Db, work: (trx: Trx) => Promise<T>) => db.transaction().execute(work);

const coverRow = (db: Db, personId: string) =>
  db.selectFrom("cover").selectAll().where("personId", "=", personId).executeTakeFirst();

async function expectCoverToFollow(db: Db, personId: string) {
  const expected = coverOf(await ledgerOf(db, personId), GRACE_DAYS);
  const row = await coverRow(db, personId);
  expect(row).toEqual(expected === null ? undefined : { personId, ...expected });
}

const anyAct = fc.record({
  kind: fc.constantFrom(
    "settle",
    "settle",
    "provide",
    "withdraw",
    "grant",
    "correct",
    "suspend",
    "lift",
    "resign",
    "remove",
  ),
  days: fc.integer({ min: 0, max: 40 }),
  which: fc.integer({ min: 0, max: 5 }),
});

type Act = { kind: string; days: number; which: number };

/** Does one act as the portal would on that day; what it refuses changes nothing. */
async function perform(given: World, personId: string, first: Paid, act: Act, today: string) {
  const { db, price, gradeId } = given;
  const now = at(today);
  const office = { personId, reason: "Because", by: null };
  const [membership] = await membershipsOf(db, personId);
  const subject: Paid =
    act.which === 0 || !membership
      ? first
      : { kind: "membership", id: membership.id, priceId: price.id };
  const settlement = subject.kind === "application" ? applicationSettlement : membershipSettlement;
  const line = { ...lineFor(subject, `${subject.kind}-${act.which}`), paidOn: today };
  const terms = await termsOf(db, personId);
  const term = terms[act.which % Math.max(terms.length, 1)];
  switch (act.kind) {
    case "settle":
      return within(db, (trx) => settlement.settle(trx, line, now));
    case "provide":
      return within(db, (trx) => settlement.provide(trx, line, addDays(today, 14), now));
    case "withdraw":
      return within(db, (trx) => settlement.withdraw(trx, line, now));
    case "grant": {
      const days = { startsOn: addDays(today, -act.which), endsOn: addDays(today, act.days) };
      return grantCover(db, { ...office, kind: "complimentary", gradeId, ...days }, now);
    }
    case "correct": {
      if (!term) return;
      const newEndsOn = addDays(term.startsOn, act.days - 5);
      return correctTerm(db, { ...office, termId: term.id, newEndsOn }, now);
    }
    case "suspend":
      return suspend(db, { ...office, until: act.which === 1 ? addDays(today, 9) : null }, now);
    case "lift":
      return liftSuspension(db, office, now);
    case "resign":
      return resign(db, { ...office, on: addDays(today, act.which) }, now);
    case "remove":
      return remove(db, { ...office, on: today }, now);
  }
}

test("Invariant 2: after any acts, in any order, the cover row is what the ledger says", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 1, maxLength: 14 }), async (acts) => {
      const given = await world();
      const { personId } = await person(given.db, "Amara Okafor");
      const first = await applicant(given.db, personId, given.price);
      let today = "2026-11-03";
      for (const act of acts) {
        await perform(given, personId, first, act, today);
        await expectCoverToFollow(given.db, personId);
        today = addDays(today, act.days);
      }
      await given.db.destroy();
    }),
    { numRuns: 60 },
  );
}, 60_000);

/** What Stripe knows of one monthly invoice on the day: nothing yet, a debit under way, failed, or paid. */
const anyMonth = fc.record({
  isDebit: fc.boolean(),
  debitDays: fc.integer({ min: 1, max: 6 }),
  failsFirst: fc.boolean(),
});

type Month = { isDebit: boolean; debitDays: number; failsFirst: boolean };

interface Nudge {
  on: string;
  month: number;
  what: "provide" | "withdraw" | "settle";
}

/** The news of some months in the order in which they became true. */
const newsOf = (months: Month[]): Nudge[] =>
  months.flatMap(({ isDebit, debitDays, failsFirst }, month): Nudge[] => {
    const day = addMonths("2026-11-03", month);
    const paidOn = addDays(day, isDebit ? debitDays : 0);
    return [
      ...(isDebit ? [{ on: day, month, what: "provide" as const }] : []),
      ...(isDebit && failsFirst ? [{ on: paidOn, month, what: "withdraw" as const }] : []),
      { on: isDebit && failsFirst ? addDays(paidOn, 3) : paidOn, month, what: "settle" },
    ];
  });

/** A sync that comes after some of the news: as billing does, each invoice in turn is told its latest truth. */
async function sync(
  given: World,
  personId: string,
  first: Paid,
  known: Nudge[],
  months: Month[],
): Promise<void> {
  const today = known.at(-1)?.on ?? "2026-11-03";
  for (const [month, { isDebit }] of months.entries()) {
    const latest = known.findLast((nudge) => nudge.month === month);
    if (!latest) continue;
    const [membership] = await membershipsOf(given.db, personId);
    const subject: Paid =
      month === 0 || !membership
        ? first
        : { kind: "membership", id: membership.id, priceId: given.price.id };
    const { settle, provide, withdraw } =
      subject.kind === "application" ? applicationSettlement : membershipSettlement;
    const line = {
      ...lineFor(subject, `month-${month}`),
      paidOn: latest.on,
      ...(isDebit && { debitBeganOn: addMonths("2026-11-03", month) }),
    };
    await within(given.db, async (trx) => {
      if (latest.what === "settle") {
        expect(await settle(trx, line, at(today))).toEqual({ ok: true, value: null });
      } else if (latest.what === "provide")
        await provide(trx, line, addDays(latest.on, 14), at(today));
      else await withdraw(trx, line, at(today));
    });
  }
}

async function livedThrough(months: Month[], syncs: number[]) {
  const given = await world();
  const { personId } = await person(given.db, "Amara Okafor");
  const first = await applicant(given.db, personId, given.price);
  const news = newsOf(months);
  for (const count of [...syncs.map((share) => share % (news.length + 1)), news.length])
    await sync(given, personId, first, news.slice(0, count), months);
  const terms = await termsOf(given.db, personId);
  const { personId: _id, membershipId: _spell, ...cover } = (await coverRow(given.db, personId))!;
  const numbers = await given.db.selectFrom("members").select("number").execute();
  await given.db.destroy();
  return {
    terms: terms.map(({ startsOn, endsOn, sourceId }) => [startsOn, endsOn, sourceId]),
    cover: { ...cover, gradeId: "the grade" },
    numbers,
  };
}

test("Invariant 1: told 0, 1 or 5 times and late, settlements give the same terms and the same cover", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyMonth, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(20), { maxLength: 6 }),
      async (months, syncs) => {
        const inOrder = [...syncs].sort((a, b) => a - b);
        const often = await livedThrough(
          months,
          inOrder.flatMap((share) => [share, share, share]),
        );
        const once = await livedThrough(months, []);
        expect(often).toEqual(once);
      },
    ),
    { numRuns: 50 },
  );
}, 60_000);
