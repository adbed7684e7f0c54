import { afterEach, beforeEach, expect, test } from "vitest";
import { cancelSubscriptionsOf } from "~/billing/cancel-subscriptions";
import { howToPay } from "~/billing/how-to-pay";
import { checkoutOutcome, paymentsOfPerson } from "~/billing/outcome";
import { civilDateOf } from "~/lib/civil-date";
import { personStanding } from "~/membership/person-standing";
import { startMoney, type TestMoney } from "../support/standin";
import { type Applicant, applicant, ledgerOf, mailsTo, pageFor, subjectOf } from "./paying";

let money: TestMoney;
beforeEach(async () => {
  money = await startMoney();
});
afterEach(() => money.stop());

const outcome = (who: Applicant) => checkoutOutcome(money.world, subjectOf(who), money.now());
const standing = async (who: Applicant) =>
  (await personStanding(money.db, who.personId, civilDateOf(money.now()))).standing;

const waysToPay = async (who: Applicant) =>
  (await paymentsOfPerson(money.db, who.personId)).flatMap((payment) => howToPay(payment) ?? []);

test("a debit under way gives provisional cover, and paid cover once it has settled", async () => {
  const harpreet = await applicant(money.db, "Harpreet Kaur");
  await money.payByDebit(await pageFor(money, harpreet));
  await money.settle();
  expect(await outcome(harpreet)).toBe("debitUnderWay");
  expect(await standing(harpreet)).toBe("provisional");
  expect((await ledgerOf(money.db, harpreet)).lines).toMatchObject([
    { isSettled: 0, providedUntil: "2026-11-17" },
  ]);
  expect(await mailsTo(money.db, harpreet)).toContain("billing.debitUnderWay");
  await money.liveUntil("2026-11-14T12:00:00Z");
  expect(await outcome(harpreet)).toBe("paid");
  expect(await standing(harpreet)).toBe("current");
  const { terms, lines, payments } = await ledgerOf(money.db, harpreet);
  expect(terms).toHaveLength(1);
  expect(lines).toMatchObject([{ isSettled: 1, providedUntil: null }]);
  expect(payments).toMatchObject([
    { method: "bacs", state: "succeeded", receivedOn: "2026-11-12" },
  ]);
  expect(await mailsTo(money.db, harpreet)).toContain("billing.receipt");
});

test("a debit that fails ends the provisional cover, says so, and the person can pay again", async () => {
  const harpreet = await applicant(money.db, "Harpreet Kaur");
  await money.payByDebit(await pageFor(money, harpreet), "22222227");
  await money.settle();
  await money.liveUntil("2026-11-12T12:00:00Z");
  expect(await outcome(harpreet)).toBe("failed");
  expect(await standing(harpreet)).toBe("applicant");
  expect(await mailsTo(money.db, harpreet)).toContain("billing.paymentFailed");
  expect(await waysToPay(harpreet)).toEqual(["/join/pay"]);
  await money.payByCard(await pageFor(money, harpreet));
  await money.settle();
  expect(await waysToPay(harpreet)).toEqual([]);
  expect(await outcome(harpreet)).toBe("paid");
  const { terms, refunds } = await ledgerOf(money.db, harpreet);
  expect(terms).toHaveLength(1);
  expect(refunds).toEqual([]);
  const live = money.standIn.objects("subscription").filter(({ status }) => status === "active");
  expect(live).toHaveLength(1);
});

test("Invariant 17: at the lapse the open invoice is voided and the subscription cancelled; a debit that lands after it reinstates", async () => {
  const eilidh = await applicant(money.db, "Eilidh MacLeod", { interval: "month", pence: 425 });
  await money.payByDebit(await pageFor(money, eilidh));
  await money.settle();
  await money.liveUntil("2026-12-04T12:00:00Z");
  const [renewal] = money.standIn.objects("invoice");
  expect(renewal?.status).toBe("open");
  const membership = await money.db
    .selectFrom("memberships")
    .select("id")
    .where("personId", "=", eilidh.personId)
    .executeTakeFirstOrThrow();
  const subject = { kind: "membership", id: membership.id } as const;
  await money.db
    .transaction()
    .execute((trx) => cancelSubscriptionsOf(trx, subject, "Lapsed", null, money.now()));
  await money.settle();
  expect(money.standIn.objects("subscription")).toMatchObject([{ status: "canceled" }]);
  await money.liveUntil("2026-12-14T12:00:00Z");
  expect((await ledgerOf(money.db, eilidh)).terms).toMatchObject([
    { startsOn: "2026-11-03", endsOn: "2026-12-02" },
    { startsOn: "2026-12-03", endsOn: "2027-01-02" },
  ]);
  expect(await standing(eilidh)).toBe("current");
});

test("a card's failed renewal is voided before its subscription is cancelled, and shortens nothing", async () => {
  const eilidh = await applicant(money.db, "Eilidh MacLeod", { interval: "month", pence: 425 });
  await money.payByCard(await pageFor(money, eilidh), "4000 0000 0000 0341");
  await money.settle();
  await money.liveUntil("2026-12-04T12:00:00Z");
  expect(await mailsTo(money.db, eilidh)).toContain("billing.paymentFailed");
  expect((await ledgerOf(money.db, eilidh)).terms).toMatchObject([{ endsOn: "2026-12-02" }]);
  await money.db
    .transaction()
    .execute((trx) => cancelSubscriptionsOf(trx, subjectOf(eilidh), "Lapsed", null, money.now()));
  await money.settle();
  expect(money.standIn.objects("invoice").map(({ status }) => status)).toEqual(["void", "paid"]);
  expect(money.standIn.objects("subscription")).toMatchObject([{ status: "canceled" }]);
  const { lines, terms } = await ledgerOf(money.db, eilidh);
  expect(lines.map(({ state, subjectKind }) => [state, subjectKind]).sort()).toEqual([
    ["paid", "application"],
    ["void", "membership"],
  ]);
  expect(terms).toMatchObject([{ endsOn: "2026-12-02" }]);
});

test("renewals are lines for the membership that came from the application, one term each", async () => {
  const amara = await applicant(money.db, "Amara Okafor", { interval: "month", pence: 425 });
  await money.payByCard(await pageFor(money, amara));
  await money.settle();
  await money.liveUntil("2027-01-10T12:00:00Z");
  const { lines, terms } = await ledgerOf(money.db, amara);
  expect(lines.map(({ subjectKind }) => subjectKind).sort()).toEqual([
    "application",
    "membership",
    "membership",
  ]);
  expect(terms.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
    ["2026-11-03", "2026-12-02"],
    ["2026-12-03", "2027-01-02"],
    ["2027-01-03", "2027-02-02"],
  ]);
});
