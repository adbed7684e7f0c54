import { describe, expect, test } from "vitest";
import { account, back, bench, post, seconds, subscriber } from "./support";

describe("Bacs Direct Debit", () => {
  test("the session completes unpaid, the subscription is active and the invoice open while the debit is on its way", async () => {
    const b = await bench();
    const { session, subscription } = await subscriber(b, "00012345");
    expect(session).toMatchObject({ status: "complete", payment_status: "unpaid" });
    expect(subscription.status).toBe("active");
    const invoice = await b.stripe.invoices.retrieve(String(session.invoice), {
      expand: ["payments.data.payment.payment_intent"],
    });
    expect(invoice).toMatchObject({
      status: "open",
      payments: {
        data: [{ status: "open", payment: { payment_intent: { status: "processing" } } }],
      },
    });
    expect(b.types()).toContain("payment_intent.processing");
    expect(b.types()).not.toContain("invoice.paid");
  });

  test("the first debit of a mandate settles after seven working days, a renewal's after four", async () => {
    const b = await bench();
    const { session, subscription } = await subscriber(b, "00012345");
    await b.moveTo("2026-03-11T09:59:00Z");
    expect((await b.stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe("unpaid");
    await b.moveTo("2026-03-11T10:01:00Z");
    expect((await b.stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe("paid");
    expect(b.types()).toEqual(
      expect.arrayContaining([
        "checkout.session.async_payment_succeeded",
        "invoice.paid",
        "charge.succeeded",
      ]),
    );
    await b.moveTo("2027-03-05");
    expect((await b.stripe.invoices.list({ subscription: subscription.id })).data[0]?.status).toBe(
      "open",
    );
    expect((await b.stripe.subscriptions.retrieve(subscription.id)).status).toBe("active");
    await b.moveTo("2027-03-08T12:00:00Z");
    const [renewal] = (await b.stripe.invoices.list({ subscription: subscription.id })).data;
    expect(renewal).toMatchObject({
      status: "paid",
      status_transitions: { paid_at: seconds("2027-03-08T11:00:00Z") },
    });
  });

  test("a debit that the bank refuses fails the invoice, the session and the mandate", async () => {
    const b = await bench();
    const { session, subscription } = await subscriber(b, "33333335");
    await b.moveTo("2026-03-12");
    expect(b.types()).toEqual(
      expect.arrayContaining([
        "checkout.session.async_payment_failed",
        "invoice.payment_failed",
        "charge.failed",
        "mandate.updated",
      ]),
    );
    expect((await b.stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe("unpaid");
    expect((await b.stripe.subscriptions.retrieve(subscription.id)).status).toBe("past_due");
    await b.moveTo("2026-04-01");
    expect((await b.stripe.subscriptions.retrieve(subscription.id)).status).toBe("canceled");
  });

  test("a debit that lacks funds is tried again and the mandate stays", async () => {
    const b = await bench();
    await subscriber(b, "22222227");
    await b.moveTo("2026-03-12");
    expect(b.types()).toContain("invoice.payment_failed");
    expect(b.standIn.objects("mandate")[0]?.status).toBe("active");
  });

  test("a mandate cancelled at the bank fails the debit under way", async () => {
    const b = await bench();
    const { subscription } = await subscriber(b, "00012345");
    b.standIn.cancelMandate(String(subscription.default_payment_method));
    await b.moveTo("2026-03-12");
    expect((await b.stripe.subscriptions.retrieve(subscription.id)).status).toBe("past_due");
  });

  test("an account whose owner claims the money back makes a dispute that is lost at once", async () => {
    const b = await bench();
    await subscriber(b, "55555559");
    await b.moveTo("2026-03-20");
    expect((await b.stripe.disputes.list()).data[0]).toMatchObject({
      status: "lost",
      amount: 4500,
    });
    expect(b.types()).toEqual(
      expect.arrayContaining(["charge.dispute.created", "charge.dispute.closed"]),
    );
  });

  test("a one-off payment by debit tells the session when it settled", async () => {
    const b = await bench();
    const session = await b.stripe.checkout.sessions.create({
      mode: "payment",
      line_items: [
        {
          price_data: { currency: "gbp", unit_amount: 3000, product_data: { name: "Workshop" } },
          quantity: 1,
        },
      ],
      ...back,
    });
    await post(session.url ?? "", account("00012345"));
    expect(await b.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: "complete",
      payment_status: "unpaid",
    });
    await b.moveTo("2026-03-12");
    expect(await b.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      payment_status: "paid",
    });
  });
});
