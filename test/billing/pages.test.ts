import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openCheckout } from "~/billing/checkout";
import { newId } from "~/lib/id";
import { person, staff, type TestPerson } from "../support/people";
import { startTestPortal, type TestPortal } from "../support/portal";
import { type Applicant, applicant, subjectOf } from "./paying";

// A whole portal with PDF and mail is started and lived through: slow where the machine is busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let app: TestPortal;
let bem: Applicant;
let tomasz: TestPerson;
let morag: TestPerson;
let paymentId: string;

beforeAll(async () => {
  app = await startTestPortal();
  const { db } = app.world;
  bem = await applicant(db, "Bem Adeyemi");
  tomasz = await staff(db, "Tomasz Fielding", "treasurer");
  morag = await staff(db, "Morag Reid", "membershipManager");
  await pay(bem, "4242 4242 4242 4242");
  await app.settle();
  paymentId = (await paymentsOf(bem))[0]?.id ?? "";
});
afterAll(() => app.stop());

async function pay(who: Applicant, cardNumber: string) {
  const { personId, price } = who;
  const paths = { returnTo: "/join/welcome", cancelTo: "/join/pay" };
  const request = { subject: subjectOf(who), personId, price, ...paths };
  const opened = await openCheckout(app.world, request, app.clock.now());
  if (!opened.ok) throw new Error(opened.error.reason);
  const page = new URL(opened.value.url).pathname;
  return app.post(page, {
    method: "card",
    cardNumber,
    expiry: "12/34",
    cvc: "123",
    nameOnCard: "A Tester",
  });
}

const paymentsOf = ({ personId }: TestPerson) =>
  app.world.db
    .selectFrom("payments")
    .innerJoin("invoices", "invoices.id", "payments.invoiceId")
    .innerJoin("payers", "payers.id", "invoices.payerId")
    .select(["payments.id"])
    .where("payers.personId", "=", personId)
    .execute();

test("a paid checkout reaches the books by Stripe's own webhook", async () => {
  expect(paymentId).not.toBe("");
  const events = await app.world.db.selectFrom("stripeEvents").select("id").execute();
  expect(events.length).toBeGreaterThan(3);
});

test("a person sees their payments with a receipt for each", async () => {
  const answer = await app.get("/membership/payments", { as: bem });
  expect(answer.status).toBe(200);
  const html = await answer.text();
  expect(html).toContain("£45.00: Practising member, yearly");
  expect(html).toContain(`/membership/payments/${paymentId}.pdf`);
  const one = await app.get(`/membership/payments/${paymentId}`, { as: bem });
  expect(await one.text()).toContain("Invoice number");
});

test("the receipt is a PDF with a code by which anybody can check it", async () => {
  const answer = await app.get(`/membership/payments/${paymentId}.pdf`, { as: bem });
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  expect(answer.headers.get("content-disposition")).toContain("receipt-1.pdf");
  const first = Buffer.from(await answer.arrayBuffer());
  expect(first.subarray(0, 5).toString()).toBe("%PDF-");
  const code = await app.world.db
    .selectFrom("verificationCodes")
    .selectAll()
    .where("subjectId", "=", paymentId)
    .executeTakeFirstOrThrow();
  expect(code.words).toBe("Receipt for £45.00, paid on 3 November 2026, invoice 1");
  expect(await (await app.get(`/verify/${code.code}`)).text()).toContain("Receipt for £45.00");
  const again = await app.get(`/membership/payments/${paymentId}.pdf`, { as: bem });
  expect(Buffer.from(await again.arrayBuffer()).equals(first)).toBe(true);
});

test("somebody else's payment and receipt are not there", async () => {
  const stranger = await person(app.world.db, "Somebody Else");
  for (const address of [paymentId, `${paymentId}.pdf`])
    expect((await app.get(`/membership/payments/${address}`, { as: stranger })).status).toBe(404);
});

test("signed out, the payments send to sign in and come back", async () => {
  const answer = await app.get("/membership/payments");
  expect(answer.headers.get("location")).toBe("/sign-in?next=%2Fmembership%2Fpayments");
});

test("the treasurer sees the month's money, what was compared and whether Stripe is heard", async () => {
  const answer = await app.get("/admin/money", { as: tomasz });
  expect(answer.status).toBe(200);
  const html = await answer.text();
  for (const words of ["November 2026", "£45.00", "Bem Adeyemi", "Nothing differed", "messages"])
    expect(html).toContain(words);
  const before = await (await app.get("/admin/money?month=2026-10", { as: tomasz })).text();
  expect(before).toContain("No payments in this month");
});

test("a member has no business on the money page, and a membership manager may not refund", async () => {
  expect((await app.get("/admin/money", { as: bem })).status).toBe(404);
  const page = await app.get(`/admin/money/payments/${paymentId}`, { as: morag });
  expect(await page.text()).not.toContain("Amount to refund");
  const form = { refundId: newId(), amount: "5", reason: "Goodwill" };
  const answer = await app.post(`/admin/money/payments/${paymentId}`, form, { as: morag });
  expect(answer.status).toBe(403);
});

test("a refund form that is wrong says so beside the field and keeps what was typed", async () => {
  const address = `/admin/money/payments/${paymentId}`;
  const wrong = { refundId: newId(), amount: "five pounds", reason: "" };
  const answer = await app.post(address, wrong, { as: tomasz });
  expect(answer.status).toBe(400);
  const html = await answer.text();
  for (const words of ["Enter an amount in pounds, like 12.50", "Enter a reason", "five pounds"])
    expect(html).toContain(words);
  const tooMuch = { refundId: newId(), amount: "45.01", reason: "Goodwill" };
  const refused = await app.post(address, tooMuch, { as: tomasz });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("Enter an amount up to £45.00");
});

test("a refund that is sent twice is made once, and lowers what is left of the month", async () => {
  const address = `/admin/money/payments/${paymentId}`;
  const form = { refundId: newId(), amount: "£5.50", reason: "Goodwill" };
  for (let sent = 0; sent < 2; sent += 1) {
    const answer = await app.post(address, form, { as: tomasz });
    expect(answer.headers.get("location")).toBe(`${address}?done=refunded`);
  }
  await app.settle();
  const html = await (await app.get(address, { as: tomasz })).text();
  expect(html.match(/Goodwill/g)).toHaveLength(1);
  expect(html).toContain("Paid, £5.50 refunded");
  expect(await (await app.get("/admin/money", { as: tomasz })).text()).toContain("£39.50");
});

test("the office can compare one payer with Stripe now", async () => {
  const answer = await app.post(`/admin/money/payments/${paymentId}/sync`, {}, { as: tomasz });
  expect(answer.headers.get("location")).toBe(`/admin/money/payments/${paymentId}?done=synced`);
});

test("a failed renewal leads to one page that lets the member pay", async () => {
  const eilidh = await applicant(app.world.db, "Eilidh MacLeod", { interval: "month", pence: 425 });
  await pay(eilidh, "4000 0000 0000 0341");
  await app.settle();
  await app.moveTo("2026-12-04T12:00:00Z");
  await app.settle();
  const failed = await app.world.db
    .selectFrom("payments")
    .selectAll()
    .where("state", "=", "failed")
    .executeTakeFirstOrThrow();
  const html = await (await app.get(`/membership/payments/${failed.id}`, { as: eilidh })).text();
  const payAt = /href="([^"]*\/stripe-stand-in\/invoices\/[^"]*)"/.exec(html)?.[1] ?? "";
  expect(html).toContain("Nothing was taken from your account");
  const paid = await app.post(new URL(payAt).pathname, {
    cardNumber: "4242 4242 4242 4242",
    expiry: "12/34",
    cvc: "123",
    nameOnCard: "E MacLeod",
  });
  expect(paid.status).toBe(303);
  await app.settle();
  const after = await (await app.get(`/membership/payments/${failed.id}`, { as: eilidh })).text();
  expect(after).toContain("Download the receipt");
});

test("the webhook answers 400 to a bad signature and 405 to a reader", async () => {
  const bad = await fetch(new URL("/webhooks/stripe", app.url), {
    method: "POST",
    body: "{}",
    headers: { "stripe-signature": "t=1,v1=abc" },
  });
  expect(bad.status).toBe(400);
  expect((await app.get("/webhooks/stripe")).status).toBe(405);
});
