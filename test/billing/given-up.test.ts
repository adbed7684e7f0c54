import { afterEach, beforeEach, expect, test } from "vitest";
import { stopPayments } from "~/membership/stop-payments";
import { paymentsFailed } from "~/office/queries";
import { startMoney, type TestMoney } from "../support/standin";
import { applicant, pageFor } from "./paying";

const FAILS_ON_RENEWAL = "4000 0000 0000 0341";

let money: TestMoney;
beforeEach(async () => {
  money = await startMoney();
});
afterEach(() => money.stop());

test("an invoice that Stripe left open when it gave up is voided with the membership, and the office no longer waits for it", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi", { interval: "month", pence: 500 });
  await money.payByCard(await pageFor(money, bem), FAILS_ON_RENEWAL);
  await money.settle();
  await money.liveUntil("2027-01-05T12:00:00Z");
  const subscription = () =>
    money.db.selectFrom("stripeSubscriptions").selectAll().executeTakeFirstOrThrow();
  expect((await subscription()).status).toBe("canceled");
  expect(await paymentsFailed(money.db)).toEqual({ count: 1 });
  const why = { reason: "The membership has lapsed", by: null };
  await money.db.transaction().execute((trx) => stopPayments(trx, bem.personId, why, money.now()));
  await money.settle();
  expect(await paymentsFailed(money.db)).toEqual({ count: 0 });
  const states = await money.db.selectFrom("invoices").select("state").orderBy("number").execute();
  expect(states).toEqual([{ state: "paid" }, { state: "void" }]);
});
