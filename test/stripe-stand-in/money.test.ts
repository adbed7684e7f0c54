import { describe, expect, test } from "vitest";
import { type Bench, back, bench, card, post, subscriber } from "./support";

async function paidCharge({ stripe }: Bench, number = "4242424242424242", pence = 2500) {
  const session = await stripe.checkout.sessions.create({
    mode: "payment",
    line_items: [
      {
        price_data: { currency: "gbp", unit_amount: pence, product_data: { name: "Workshop" } },
        quantity: 1,
      },
    ],
    ...back,
  });
  await post(session.url ?? "", card(number));
  const done = await stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent"] });
  if (typeof done.payment_intent === "string" || !done.payment_intent) throw new Error("No intent");
  return { intent: done.payment_intent.id, charge: String(done.payment_intent.latest_charge) };
}

describe("refunds", () => {
  test("part of a payment, then the rest, never more", async () => {
    const b = await bench();
    const { intent, charge } = await paidCharge(b);
    const part = await b.stripe.refunds.create({
      payment_intent: intent,
      amount: 1000,
      reason: "requested_by_customer",
      metadata: { refund: "r1" },
    });
    expect(part).toMatchObject({
      status: "succeeded",
      amount: 1000,
      charge,
      metadata: { refund: "r1" },
    });
    await expect(b.stripe.refunds.create({ charge, amount: 1501 })).rejects.toThrow(
      "Refund amount (£15.01) is greater than unrefunded amount on charge (£15.00)",
    );
    await b.stripe.refunds.create({ charge });
    await expect(b.stripe.refunds.create({ charge })).rejects.toMatchObject({
      code: "charge_already_refunded",
    });
    expect(await b.stripe.charges.retrieve(charge, { expand: ["refunds"] })).toMatchObject({
      refunded: true,
      amount_refunded: 2500,
      refunds: { data: [{ amount: 1000 }, { amount: 1500 }] },
    });
    await b.standIn.settled();
    expect(b.types().filter((type) => type === "charge.refunded")).toHaveLength(2);
  });

  test("the same refund asked twice with one key is made once", async () => {
    const b = await bench();
    const { charge } = await paidCharge(b);
    const ask = () =>
      b.stripe.refunds.create({ charge, amount: 500 }, { idempotencyKey: "refund-1" });
    expect((await ask()).id).toBe((await ask()).id);
    expect(b.standIn.objects("refund")).toHaveLength(1);
  });

  test("a debit's refund is pending for days; a debit under way cannot be refunded", async () => {
    const b = await bench();
    const { subscription } = await subscriber(b, "00012345");
    const [charge] = (await b.stripe.charges.list({ customer: String(subscription.customer) }))
      .data;
    await expect(b.stripe.refunds.create({ charge: charge?.id })).rejects.toMatchObject({
      code: "charge_not_refundable",
    });
    await b.moveTo("2026-03-12");
    const refund = await b.stripe.refunds.create({ charge: charge?.id });
    expect(refund.status).toBe("pending");
    await b.moveTo("2026-03-20");
    expect((await b.stripe.refunds.retrieve(refund.id)).status).toBe("succeeded");
    expect(b.types()).toContain("refund.updated");
  });

  test("a refund that the bank sends back fails later and the money can be refunded again", async () => {
    const b = await bench();
    const { charge } = await paidCharge(b, "4000000000005126");
    const refund = await b.stripe.refunds.create({ charge });
    await b.moveTo("2026-03-10");
    expect(await b.stripe.refunds.retrieve(refund.id)).toMatchObject({
      status: "failed",
      failure_reason: "expired_or_canceled_card",
    });
    expect(b.types()).toContain("refund.failed");
    expect(await b.stripe.charges.retrieve(charge)).toMatchObject({
      amount_refunded: 0,
      refunded: false,
    });
  });
});

describe("disputes", () => {
  test("a card dispute takes the money, is answered, and gives it back when won", async () => {
    const b = await bench();
    const { charge } = await paidCharge(b);
    const dispute = b.standIn.dispute(charge, "product_not_received");
    expect(await b.stripe.disputes.retrieve(dispute.id)).toMatchObject({
      status: "needs_response",
      reason: "product_not_received",
      amount: 2500,
    });
    await expect(b.stripe.refunds.create({ charge })).rejects.toMatchObject({
      code: "charge_disputed",
    });
    expect(
      await b.stripe.disputes.update(dispute.id, {
        evidence: { uncategorized_text: "They attended." },
        submit: true,
      }),
    ).toMatchObject({ status: "under_review" });
    b.standIn.closeDispute(dispute.id, "won");
    expect(await b.stripe.disputes.retrieve(dispute.id)).toMatchObject({ status: "won" });
    await b.standIn.settled();
    expect(b.types()).toEqual(
      expect.arrayContaining([
        "charge.dispute.created",
        "charge.dispute.updated",
        "charge.dispute.closed",
        "charge.dispute.funds_reinstated",
      ]),
    );
  });

  test("the card that is always disputed is disputed by the clock", async () => {
    const b = await bench();
    await paidCharge(b, "4000000000000259");
    await b.moveTo("2026-03-03");
    expect((await b.stripe.disputes.list()).data).toHaveLength(1);
  });
});

describe("payouts", () => {
  test("what became available is paid out net of fees and refunds, and each payout lists its parts", async () => {
    const b = await bench();
    const first = await paidCharge(b);
    await paidCharge(b, "4242424242424242", 4000);
    await b.stripe.refunds.create({ charge: first.charge, amount: 500 });
    expect((await b.stripe.balance.retrieve()).pending[0]?.amount).toBe(
      2500 - 58 + 4000 - 80 - 500,
    );
    await b.moveTo("2026-03-10");
    const [payout] = (await b.stripe.payouts.list()).data;
    expect(payout).toMatchObject({ status: "paid", amount: 5862, automatic: true });
    const parts = await b.stripe.balanceTransactions.list({ payout: payout?.id, limit: 100 });
    const sum = parts.data
      .filter((part) => part.type !== "payout")
      .reduce((total, part) => total + part.net, 0);
    expect(sum).toBe(5862);
    expect(parts.data.map((part) => part.type).sort()).toEqual([
      "charge",
      "charge",
      "payout",
      "refund",
    ]);
    expect(b.types()).toEqual(expect.arrayContaining(["payout.created", "payout.paid"]));
    expect((await b.stripe.balance.retrieve()).pending[0]?.amount).toBe(0);
  });

  test("a balance below nothing waits until there is something to pay out", async () => {
    const b = await bench();
    const { charge } = await paidCharge(b);
    await b.moveTo("2026-03-10");
    await b.stripe.refunds.create({ charge });
    await b.moveTo("2026-03-20");
    expect((await b.stripe.payouts.list()).data).toHaveLength(1);
    await paidCharge(b, "4242424242424242", 9000);
    await b.moveTo("2026-03-30");
    expect((await b.stripe.payouts.list()).data[0]?.amount).toBe(9000 - 155 - 2500);
  });
});
