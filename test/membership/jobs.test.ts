import { expect, test } from "vitest";
import { compareCover } from "~/membership/compare-cover";
import { correctTerm } from "~/membership/correct-term";
import { resign } from "~/membership/end-membership";
import { lapseMembers } from "~/membership/lapse-members";
import type { Db } from "~/schema";
import type { World } from "~/world";
import { at } from "../support/clock";
import { emptyDatabase } from "../support/database";
import { association, member } from "../support/people";
import { termsOf } from "./paying";

// the two jobs touch nothing of the world but its database
const worldOf = (db: Db) => ({ db }) as World;

async function aSubscription(db: Db, personId: string, membershipId: string) {
  await db
    .insertInto("payers")
    .values({ id: `payer-${personId}`, personId, organisationId: null })
    .execute();
  await db
    .insertInto("stripeSubscriptions")
    .values({
      stripeId: `sub-${personId}`,
      payerId: `payer-${personId}`,
      subjectKind: "membership",
      subjectId: membershipId,
      priceId: null,
      quantity: 1,
      status: "past_due",
      isCancelledAtPeriodEnd: 0,
      currentPeriodEnd: null,
      paymentMethod: null,
      syncedAt: "2026-11-03T10:00:00Z",
    })
    .execute();
}

const acts = async (db: Db) =>
  (await db.selectFrom("history").select("act").orderBy("at").orderBy("id").execute()).map(
    ({ act }) => act,
  );

test("Invariant 17: at the lapse the subscription is cancelled before anybody is told, once", async () => {
  const db = await emptyDatabase();
  await association(db);
  const amara = await member(db, "Amara Okafor", { paidUntil: "2026-10-03" });
  const bem = await member(db, "Bem Terver");
  for (const { personId, membershipId } of [amara, bem])
    await aSubscription(db, personId, membershipId);

  await lapseMembers(worldOf(db), null, at("2026-11-02"));
  expect(await acts(db)).not.toContain("membership.lapsed");
  for (let days = 0; days < 3; days++)
    await lapseMembers(worldOf(db), null, at(`2026-11-0${3 + days}`));

  expect((await acts(db)).filter((act) => !act.startsWith("membership.coverG"))).toEqual([
    "billing.subscriptionCancelled",
    "membership.lapsed",
  ]);
  const cancelled = await db
    .selectFrom("subscriptionCancellations")
    .select("stripeSubscriptionId")
    .execute();
  expect(cancelled).toEqual([{ stripeSubscriptionId: `sub-${amara.personId}` }]);
  const mails = await db.selectFrom("outbox").select(["emailName", "personId"]).execute();
  expect(mails).toEqual([{ emailName: "membership.lapsed", personId: amara.personId }]);
});

test("who resigned is not told of a lapse, nor is anybody of one that is long past", async () => {
  const db = await emptyDatabase();
  const amara = await member(db, "Amara Okafor", { paidUntil: "2026-10-03" });
  await member(db, "Bem Terver", { paidFrom: "2023-04-01", paidUntil: "2024-03-31" });
  const leaving = {
    personId: amara.personId,
    on: "2026-10-01",
    reason: "Asked to leave",
    by: null,
  };
  await resign(db, leaving, at("2026-10-01"));
  await lapseMembers(worldOf(db), null, at("2026-11-03"));
  expect(await db.selectFrom("outbox").selectAll().execute()).toEqual([]);
});

test("a cover row that differs from its ledger is repaired, and history says which fields", async () => {
  const db = await emptyDatabase();
  const amara = await member(db, "Amara Okafor");
  await member(db, "Bem Terver");
  const rows = () => db.selectFrom("cover").selectAll().orderBy("personId").execute();
  const right = await rows();
  await db
    .updateTable("cover")
    .set({ coveredUntil: "2031-03-31" })
    .where("personId", "=", amara.personId)
    .execute();
  await compareCover(worldOf(db), null, at("2026-11-04"));
  expect(await rows()).toEqual(right);
  const repaired = await db
    .selectFrom("history")
    .select(["personId", "fields"])
    .where("act", "=", "membership.coverRepaired")
    .execute();
  expect(repaired).toEqual([{ personId: amara.personId, fields: '["coveredUntil"]' }]);
});

test("cover that agrees with its ledger is left alone, also after a correction", async () => {
  const db = await emptyDatabase();
  const { personId } = await member(db, "Amara Okafor");
  const [term] = await termsOf(db, personId);
  const correction = {
    personId,
    termId: term!.id,
    newEndsOn: "2026-12-31",
    reason: "Refund",
    by: null,
  };
  await correctTerm(db, correction, at("2026-11-03"));
  const before = await acts(db);
  await compareCover(worldOf(db), null, at("2026-11-04"));
  expect(await acts(db)).toEqual(before);
});
