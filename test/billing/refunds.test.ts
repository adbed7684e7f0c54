import { afterEach, beforeEach, expect, test } from "vitest";
import { requestRefund } from "~/billing/request-refund";
import { newId } from "~/lib/id";
import { staff, type TestPerson } from "../support/people";
import { startMoney, type TestMoney } from "../support/standin";
import { type Applicant, applicant, ledgerOf, mailsTo, pageFor } from "./paying";

let money: TestMoney;
let tomasz: TestPerson;
beforeEach(async () => {
  money = await startMoney();
  tomasz = await staff(money.db, "Tomasz Fielding", "treasurer");
});
afterEach(() => money.stop());

async function paid(name: string, card?: string): Promise<Applicant & { paymentId: string }> {
  const who = await applicant(money.db, name);
  await money.payByCard(await pageFor(money, who), card);
  await money.settle();
  const payment = await money.db
    .selectFrom("payments")
    .innerJoin("invoices", "invoices.id", "payments.invoiceId")
    .innerJoin("payers", "payers.id", "invoices.payerId")
    .select("payments.id")
    .where("payers.personId", "=", who.personId)
    .executeTakeFirstOrThrow();
  return { ...who, paymentId: payment.id };
}

const ask = (paymentId: string, pence: number, by: string | null = tomasz.personId, id = newId()) =>
  money.db
    .transaction()
    .execute((trx) =>
      requestRefund(trx, { id, paymentId, pence, reason: "Left within 14 days", by }, money.now()),
    );

const refundStates = async () =>
  (await money.db.selectFrom("refunds").select("state").execute()).map(({ state }) => state);

test("Invariant 15: a refund goes back through Stripe, is in the history with its reason, and the payer is told twice", async () => {
  const amara = await paid("Amara Okafor");
  expect(await ask(amara.paymentId, 2000)).toMatchObject({ ok: true });
  expect(money.standIn.objects("refund")).toEqual([]);
  await money.settle();
  expect((await ledgerOf(money.db, amara)).refunds).toEqual([{ pence: 2000, state: "succeeded" }]);
  expect(money.standIn.objects("refund")).toMatchObject([{ amount: 2000, status: "succeeded" }]);
  const entry = await money.db
    .selectFrom("history")
    .selectAll()
    .where("act", "=", "billing.refundRequested")
    .executeTakeFirstOrThrow();
  expect(entry).toMatchObject({ actorId: tomasz.personId, reason: "Left within 14 days" });
  expect((await mailsTo(money.db, amara)).slice(-2)).toEqual([
    "billing.refundRequested",
    "billing.refundDone",
  ]);
});

test("never more goes back than was paid and has not gone back", async () => {
  const amara = await paid("Amara Okafor");
  await ask(amara.paymentId, 4000);
  expect(await ask(amara.paymentId, 501)).toEqual({
    ok: false,
    error: { reason: "moreThanLeft", leftPence: 500 },
  });
  expect(await ask(amara.paymentId, 0)).toMatchObject({ error: { reason: "moreThanLeft" } });
  expect(await ask(amara.paymentId, 500)).toMatchObject({ ok: true });
  await money.settle();
  expect(await refundStates()).toEqual(["succeeded", "succeeded"]);
});

test("nobody refunds themselves", async () => {
  const amara = await paid("Amara Okafor");
  expect(await ask(amara.paymentId, 100, amara.personId)).toEqual({
    ok: false,
    error: { reason: "ownPayment" },
  });
  expect(await refundStates()).toEqual([]);
});

test("a slow refund is pending until Stripe says that it has gone through", async () => {
  const amara = await paid("Amara Okafor", "4000 0000 0000 7726");
  await ask(amara.paymentId, 4500);
  await money.settle();
  expect(await refundStates()).toEqual(["pending"]);
  await money.liveUntil("2026-11-09T12:00:00Z");
  expect(await refundStates()).toEqual(["succeeded"]);
});

test("a refund that the bank sends back ends as failed, and the treasurers are told", async () => {
  const amara = await paid("Amara Okafor", "4000 0000 0000 5126");
  await ask(amara.paymentId, 4500);
  await money.settle();
  await money.liveUntil("2026-11-09T12:00:00Z");
  expect(await refundStates()).toEqual(["failed"]);
  expect(await mailsTo(money.db, tomasz)).toEqual(["billing.treasurerNotice"]);
  expect(await ask(amara.paymentId, 4500)).toMatchObject({ ok: true });
});

test.each([
  ["charge.refunded", "4242 4242 4242 4242"],
  ["refund.updated", "4000 0000 0000 7726"],
])("a refund made at Stripe itself reaches its end by %s alone", async (type, card) => {
  await money.stop();
  money = await startMoney({ standIn: { enabledEvents: ["checkout.session.completed", type] } });
  const amara = await paid("Amara Okafor", card);
  const [charge] = money.standIn.objects("charge");
  const intentId = String(charge?.payment_intent);
  await money.world.stripe.refund({ refundId: "made elsewhere", intentId, pence: 1000 });
  await money.settle();
  await money.liveUntil("2026-11-09T12:00:00Z");
  expect((await ledgerOf(money.db, amara)).refunds).toEqual([{ pence: 1000, state: "succeeded" }]);
});

test("asked again after a crash, a refund is made once, even when Stripe has forgotten the key", async () => {
  const amara = await paid("Amara Okafor");
  const asked = await ask(amara.paymentId, 1000);
  if (!asked.ok) throw new Error(asked.error.reason);
  const [charge] = money.standIn.objects("charge");
  const { refundId } = asked.value;
  const intentId = String(charge?.payment_intent);
  await money.world.stripe.refund({ refundId, intentId, pence: 1000 }); // and here the portal died
  await money.clock.moveTo(money.now().add({ hours: 72 }));
  await money.standIn.advanceTo(money.now());
  await money.settle();
  expect(money.standIn.objects("refund")).toHaveLength(1);
  expect(await refundStates()).toEqual(["succeeded"]);
});

test("a refund that Stripe refuses is failed, says why to the office, and can be asked for anew", async () => {
  const amara = await paid("Amara Okafor");
  const [charge] = money.standIn.objects("charge");
  const dispute = money.standIn.dispute(charge?.id ?? "");
  await ask(amara.paymentId, 4500);
  await money.settle();
  const [refund] = await money.db.selectFrom("refunds").selectAll().execute();
  expect(refund).toMatchObject({ state: "failed", stripeId: null });
  expect(refund?.failure).toContain("charged back");
  expect(await mailsTo(money.db, tomasz)).toEqual(["billing.treasurerNotice"]);
  expect(dispute.status).toBe("needs_response");
});
