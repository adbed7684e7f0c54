import { afterEach, beforeEach, expect, test } from "vitest";
import { finishCheckout } from "~/billing/finish-checkout";
import { checkoutOutcome } from "~/billing/outcome";
import { staff } from "../support/people";
import { startMoney, type TestMoney } from "../support/standin";
import { applicant, ledgerOf, mailsTo, open, pageFor, subjectOf } from "./paying";

let money: TestMoney;
beforeEach(async () => {
  money = await startMoney();
});
afterEach(() => money.stop());

const outcome = (who: Awaited<ReturnType<typeof applicant>>) =>
  checkoutOutcome(money.world, subjectOf(who), money.now());

test("a card that is accepted makes a member, an invoice with our own number and a receipt", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  const answer = await money.payByCard(await pageFor(money, bem));
  expect(answer.headers.get("location")).toBe("http://portal.example/join/welcome");
  await money.settle();
  expect(await ledgerOf(money.db, bem)).toMatchObject({
    lines: [
      { state: "paid", subjectKind: "application", netPence: 4500, vatPence: 0, isSettled: 1 },
    ],
    payments: [{ pence: 4500, state: "succeeded", method: "card", receivedOn: "2026-11-03" }],
    terms: [{ startsOn: "2026-11-03", endsOn: "2027-11-02", source: "invoiceLine" }],
    cover: [{ coveredUntil: "2027-11-02" }],
  });
  const invoice = await money.db.selectFrom("invoices").selectAll().executeTakeFirstOrThrow();
  expect(invoice).toMatchObject({ number: 1, billedTo: `Bem Adeyemi\n${bem.email}` });
  expect(await mailsTo(money.db, bem)).toEqual(["membership.welcome", "billing.receipt"]);
  expect(await outcome(bem)).toBe("paid");
});

test("VAT is split by the price's own treatment", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi", { vatTreatment: "standard" });
  await money.payByCard(await pageFor(money, bem));
  await money.settle();
  const line = await money.db.selectFrom("invoiceLines").selectAll().executeTakeFirstOrThrow();
  expect(line).toMatchObject({ netPence: 3750, vatPence: 750, vatTreatment: "standard" });
});

test("an abandoned page expires by itself, and another can be opened", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  await pageFor(money, bem);
  await money.liveUntil("2026-11-05T12:00:00Z");
  expect(await outcome(bem)).toBe("none");
  await money.payByCard(await pageFor(money, bem));
  expect(await outcome(bem)).toBe("paid");
});

test("a page that Stripe has forgotten stands in nobody's way", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  await pageFor(money, bem);
  await money.db.updateTable("checkouts").set({ stripeId: "cs_test_forgotten" }).execute();
  await money.payByCard(await pageFor(money, bem));
  expect(await outcome(bem)).toBe("paid");
});

test("the page that a payer returns to tells the truth before any webhook has come", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  expect(await outcome(bem)).toBe("none");
  money.standIn.holdEvents();
  const page = await pageFor(money, bem);
  expect(await outcome(bem)).toBe("open");
  await money.payByCard(page);
  expect(await outcome(bem)).toBe("paid");
  expect((await ledgerOf(money.db, bem)).terms).toHaveLength(1);
});

test("the page says that the payment is being checked while Stripe cannot be reached", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  money.standIn.holdEvents();
  await money.payByCard(await pageFor(money, bem));
  expect(await money.whileUnreachable(() => outcome(bem))).toBe("checking");
});

test("a page does not wait for a Stripe that takes the question and never answers", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  await pageFor(money, bem);
  await money.settle();
  const asked = money.whileSilent(() =>
    checkoutOutcome(money.world, subjectOf(bem), money.now(), 20),
  );
  expect(await asked).toBe("checking");
});

test("Invariant 3: a member who fails or abandons first payment can always try again", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  const first = await pageFor(money, bem);
  const declined = await money.payByCard(first, "4000 0000 0000 0002");
  expect(declined.status).toBe(402);
  await money.settle();
  expect((await ledgerOf(money.db, bem)).lines).toEqual([]);
  expect(await outcome(bem)).toBe("open");
  const second = await pageFor(money, bem);
  expect(second).not.toBe(first);
  expect((await fetch(first)).status).toBe(410);
  await money.payByCard(second);
  await money.settle();
  expect((await ledgerOf(money.db, bem)).terms).toHaveLength(1);
  expect(await outcome(bem)).toBe("paid");
});

test("a card declined and then accepted on the same page is paid once", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  const page = await pageFor(money, bem);
  await money.payByCard(page, "4000 0000 0000 9995");
  await money.payByCard(page);
  await money.settle();
  const { payments, terms } = await ledgerOf(money.db, bem);
  expect(payments).toMatchObject([{ state: "succeeded" }]);
  expect(terms).toHaveLength(1);
  expect(await mailsTo(money.db, bem)).not.toContain("billing.paymentFailed");
});

test("a card that the bank wants confirmed pays once it has been", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  const page = await pageFor(money, bem);
  const sent = await money.payByCard(page, "4000 0025 0000 3155");
  const confirmation = new URL(sent.headers.get("location") ?? "", page).href;
  await money.settle();
  expect(await outcome(bem)).toBe("open");
  await money.post(confirmation, { answer: "complete" });
  await money.settle();
  expect(await outcome(bem)).toBe("paid");
});

test("the customer at Stripe is used again, whatever address stands in the wallet", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  await pageFor(money, bem);
  await money.payByCard(await pageFor(money, bem), undefined, "somebody.else@example.com");
  await money.settle();
  expect(money.standIn.objects("customer")).toHaveLength(1);
  expect(await money.db.selectFrom("people").select("id").execute()).toHaveLength(1);
  expect((await ledgerOf(money.db, bem)).terms).toHaveLength(1);
});

test("opening another checkout after paying answers that it is paid already", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  money.standIn.holdEvents();
  await money.payByCard(await pageFor(money, bem));
  expect(await open(money, bem)).toEqual({ ok: false, error: { reason: "alreadyPaid" } });
  expect(money.standIn.objects("checkout.session")).toHaveLength(1);
});

test("a debit under way is not paid for a second time", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  await money.payByDebit(await pageFor(money, bem));
  await money.settle();
  expect(await open(money, bem)).toEqual({ ok: false, error: { reason: "alreadyPaid" } });
});

test("a checkout that Stripe could not be asked for is finished by the next try or by the job", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  await pageFor(money, bem); // price and customer are known from here on
  const refused = await money.whileUnreachable(() => open(money, bem));
  expect(refused).toEqual({ ok: false, error: { reason: "paymentServiceUnavailable" } });
  await money.payByCard(await pageFor(money, bem));
  await money.settle();
  expect((await ledgerOf(money.db, bem)).terms).toHaveLength(1);
});

test("two tabs that ask at the same moment leave one page open", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  const pages = await Promise.all([pageFor(money, bem), pageFor(money, bem)]);
  const statuses = await Promise.all(pages.map(async (page) => (await fetch(page)).status));
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0);
  const opened = money.standIn
    .objects("checkout.session")
    .filter(({ status }) => status === "open");
  expect(opened).toHaveLength(1);
});

test("a page that was closed while Stripe was making it stays closed", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  await pageFor(money, bem);
  const making = { state: "creating", stripeId: null, url: null } as const;
  await money.db.updateTable("checkouts").set(making).execute();
  const { id } = await money.db.selectFrom("checkouts").select("id").executeTakeFirstOrThrow();
  const finishing = finishCheckout(money.world, id, money.now());
  await money.db.updateTable("checkouts").set({ state: "expired" }).execute();
  expect(await finishing).toBeUndefined();
  const { state } = await money.db.selectFrom("checkouts").selectAll().executeTakeFirstOrThrow();
  expect(state).toBe("expired");
});

test("Invariant 17: two checkouts paid in two tabs give one membership, the other payment refunded by itself and both told", async () => {
  const treasurer = await staff(money.db, "Tomasz Fielding", "treasurer");
  const bem = await applicant(money.db, "Bem Adeyemi");
  const first = await pageFor(money, bem);
  const sessionId = first.split("/").at(-1) ?? "";
  // The second tab's page was opened while the first tab's row was lost, as after restoring a backup.
  await money.db.updateTable("checkouts").set({ state: "failed" }).execute();
  const second = await pageFor(money, bem);
  expect(second).not.toContain(sessionId);
  await money.payByCard(first);
  await money.payByCard(second);
  await money.settle();
  const { lines, payments, refunds, terms } = await ledgerOf(money.db, bem);
  expect(terms).toHaveLength(1);
  expect(payments).toMatchObject([{ state: "succeeded" }, { state: "succeeded" }]);
  expect(lines.map(({ isSettled, isRefused }) => [isSettled, isRefused]).sort()).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect(refunds).toEqual([{ pence: 4500, state: "succeeded" }]);
  const statuses = money.standIn.objects("subscription").map(({ status }) => status);
  expect(statuses.sort()).toEqual(["active", "canceled"]);
  expect(await mailsTo(money.db, bem)).toEqual(
    expect.arrayContaining(["billing.givenBack", "billing.refundDone", "billing.receipt"]),
  );
  expect(await mailsTo(money.db, treasurer)).toEqual(["billing.treasurerNotice"]);
  expect(await outcome(bem)).toBe("paid");
});
