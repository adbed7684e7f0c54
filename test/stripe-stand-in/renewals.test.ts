import type Stripe from "stripe";
import { describe, expect, test } from "vitest";
import {
  at,
  bench,
  card,
  membershipSession,
  open,
  post,
  seconds,
  subscriber,
  yearlyPrice,
} from "./support";

const monthly = {
  currency: "gbp",
  unit_amount: 500,
  recurring: { interval: "month" },
  product_data: { name: "Monthly" },
} as const;
const iso = (time: number | undefined) => new Date((time ?? 0) * 1000).toISOString().slice(0, 10);

describe("renewals", () => {
  test("a year later the next period begins, is invoiced, finalised an hour later and paid", async () => {
    const b = await bench();
    const { subscription } = await subscriber(b);
    b.received.length = 0;
    await b.moveTo("2027-03-02T10:30:00Z");
    const draft = await b.stripe.invoices.list({ subscription: subscription.id });
    expect(draft.data[0]).toMatchObject({
      status: "draft",
      billing_reason: "subscription_cycle",
      amount_due: 4500,
    });
    await b.moveTo("2027-03-02T11:01:00Z");
    const [renewal] = (
      await b.stripe.invoices.list({ subscription: subscription.id, expand: ["data.payments"] })
    ).data;
    expect(renewal).toMatchObject({
      status: "paid",
      attempt_count: 1,
      lines: {
        data: [
          {
            period: {
              start: seconds("2027-03-02T10:00:00Z"),
              end: seconds("2028-03-02T10:00:00Z"),
            },
          },
        ],
      },
    });
    expect(renewal?.payments?.data[0]?.status).toBe("paid");
    const types = b.types();
    expect(types.indexOf("invoice.created")).toBeLessThan(types.indexOf("invoice.finalized"));
    expect(types.indexOf("invoice.finalized")).toBeLessThan(types.indexOf("invoice.paid"));
    const paid = b.received.find((event) => event.type === "invoice.paid");
    expect(paid?.created).toBe(seconds("2027-03-02T11:00:00Z"));
  });

  test("an anchor on the 31st is clamped to short months and comes back", async () => {
    const b = await bench({ startsAt: "2027-01-31T09:00:00Z" });
    const price = await b.stripe.prices.create(monthly);
    const { subscription } = await subscriber(b, "4242424242424242", price);
    const ends: string[] = [];
    for (const day of ["2027-02-01", "2027-03-01", "2027-04-01", "2027-05-01"]) {
      await b.moveTo(day);
      ends.push(
        iso(
          (await b.stripe.subscriptions.retrieve(subscription.id)).items.data[0]
            ?.current_period_end,
        ),
      );
    }
    expect(ends).toEqual(["2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"]);
  });

  test("29 February renews on 28 February and returns in the leap year", async () => {
    const b = await bench({ startsAt: "2028-02-29T09:00:00Z" });
    const { subscription } = await subscriber(b);
    await b.moveTo("2031-06-01");
    const invoices = await b.stripe.invoices.list({ subscription: subscription.id });
    expect(invoices.data.map((invoice) => iso(invoice.lines.data[0]?.period.end))).toEqual([
      "2032-02-29",
      "2031-02-28",
      "2030-02-28",
      "2029-02-28",
    ]);
  });

  test("a card that fails on renewal is tried four times, then the subscription ends and the invoice stays open", async () => {
    const b = await bench();
    const { subscription } = await subscriber(b, "4000000000000341");
    b.received.length = 0;
    await b.moveTo("2027-03-02T12:00:00Z");
    expect((await b.stripe.subscriptions.retrieve(subscription.id)).status).toBe("past_due");
    const [first] = (
      await b.stripe.invoices.list({ subscription: subscription.id, status: "open" })
    ).data;
    expect(first).toMatchObject({
      attempt_count: 1,
      next_payment_attempt: seconds("2027-03-05T11:00:00Z"),
    });
    await b.moveTo("2027-03-25");
    const ended = await b.stripe.subscriptions.retrieve(subscription.id, {
      expand: ["latest_invoice"],
    });
    expect(ended).toMatchObject({
      status: "canceled",
      cancellation_details: { reason: "payment_failed" },
      latest_invoice: { status: "open", attempt_count: 4 },
    });
    expect(b.types().filter((type) => type === "invoice.payment_failed")).toHaveLength(4);
    expect(b.types().filter((type) => type === "customer.subscription.deleted")).toHaveLength(1);
  });

  test("a new card between two tries heals the subscription", async () => {
    const b = await bench();
    const { subscription, customer } = await subscriber(b, "4000000000000341");
    await b.moveTo("2027-03-03");
    const method = await b.stripe.paymentMethods.create({
      type: "card",
      card: { number: "4242424242424242", exp_month: 12, exp_year: 2034 },
    });
    await b.stripe.paymentMethods.attach(method.id, { customer });
    await b.stripe.subscriptions.update(subscription.id, { default_payment_method: method.id });
    await b.moveTo("2027-03-06");
    const healed = await b.stripe.subscriptions.retrieve(subscription.id, {
      expand: ["latest_invoice"],
    });
    expect(healed).toMatchObject({
      status: "active",
      latest_invoice: { status: "paid", attempt_count: 2 },
    });
  });

  test("a dashboard set to unpaid leaves the subscription unpaid and drafts its next invoices only", async () => {
    const b = await bench({ afterRetries: "unpaid" });
    const { subscription } = await subscriber(b, "4000000000000341");
    await b.moveTo("2028-04-01");
    expect((await b.stripe.subscriptions.retrieve(subscription.id)).status).toBe("unpaid");
    const drafts = await b.stripe.invoices.list({ subscription: subscription.id, status: "draft" });
    expect(drafts.data).toHaveLength(1);
  });

  test("a card that always wants 3-D Secure asks for action at renewal", async () => {
    const b = await bench();
    const price = await yearlyPrice(b.stripe);
    const customer = await b.stripe.customers.create({ email: "bem@example.org" });
    const method = await b.stripe.paymentMethods.create({
      type: "card",
      card: { number: "4000002760003184", exp_month: 12, exp_year: 2034 },
    });
    await b.stripe.paymentMethods.attach(method.id, { customer: customer.id });
    const subscription = await b.stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
      default_payment_method: method.id,
      expand: ["latest_invoice.payments.data.payment.payment_intent"],
    });
    expect(subscription).toMatchObject({
      status: "incomplete",
      latest_invoice: {
        payments: { data: [{ payment: { payment_intent: { status: "requires_action" } } }] },
      },
    });
    await b.standIn.settled();
    expect(b.types()).toContain("invoice.payment_action_required");
    await b.moveTo("2026-03-04");
    expect((await b.stripe.subscriptions.retrieve(subscription.id)).status).toBe(
      "incomplete_expired",
    );
  });
});

test("a renewal that needs 3-D Secure is confirmed from the invoice's page", async () => {
  const b = await bench();
  const session = await membershipSession(b.stripe);
  await post(session.url ?? "", card("4000000000003220"));
  await post(`${session.url}/authenticate`, { answer: "complete" });
  await b.moveTo("2027-03-02T12:00:00Z");
  const done = await b.stripe.checkout.sessions.retrieve(session.id);
  const subscription = await b.stripe.subscriptions.retrieve(String(done.subscription), {
    expand: ["latest_invoice.payments.data.payment.payment_intent"],
  });
  expect(subscription.status).toBe("past_due");
  const invoice = subscription.latest_invoice as Stripe.Invoice;
  const intent = invoice.payments?.data[0]?.payment.payment_intent as Stripe.PaymentIntent;
  expect(intent.status).toBe("requires_action");
  const bank = intent.next_action?.redirect_to_url?.url ?? "";
  expect((await open(invoice.hosted_invoice_url ?? "")).text).toContain("Confirm with your bank");
  expect((await open(bank)).text).toContain("£45.00");
  expect((await post(bank, { answer: "complete" })).location).toContain(`/invoices/${invoice.id}`);
  expect((await b.stripe.subscriptions.retrieve(subscription.id)).status).toBe("active");
  expect((await open(bank)).text).toContain("nothing to ask");
});

describe("changing and ending subscriptions", () => {
  test("a new price without proration is charged from the next period on", async () => {
    const b = await bench();
    const { subscription } = await subscriber(b);
    const dearer = await yearlyPrice(b.stripe, 9000);
    const items = [{ id: subscription.items.data[0]?.id, price: dearer.id }];
    await expect(b.stripe.subscriptions.update(subscription.id, { items })).rejects.toMatchObject({
      code: "stand_in_unsupported",
    });
    await b.stripe.subscriptions.update(subscription.id, { items, proration_behavior: "none" });
    expect((await b.stripe.invoices.list({ subscription: subscription.id })).data).toHaveLength(1);
    await b.moveTo("2027-03-03");
    expect((await b.stripe.invoices.list({ subscription: subscription.id })).data[0]).toMatchObject(
      { amount_paid: 9000, status: "paid" },
    );
  });

  test("another rhythm begins a new period and bills it at once", async () => {
    const b = await bench();
    const { subscription } = await subscriber(b);
    const price = await b.stripe.prices.create(monthly);
    b.clock.now = at("2026-06-10");
    const changed = await b.stripe.subscriptions.update(subscription.id, {
      items: [{ id: subscription.items.data[0]?.id, price: price.id }],
      proration_behavior: "none",
    });
    expect(iso(changed.items.data[0]?.current_period_end)).toBe("2026-07-10");
    expect((await b.stripe.invoices.list({ subscription: subscription.id })).data[0]).toMatchObject(
      { billing_reason: "subscription_update", amount_paid: 500 },
    );
  });

  test("cancelled at the period's end it runs until then, and may be taken back before", async () => {
    const b = await bench();
    const { subscription } = await subscriber(b);
    await b.stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
    const kept = await b.stripe.subscriptions.update(subscription.id, {
      cancel_at_period_end: false,
    });
    expect(kept).toMatchObject({ cancel_at_period_end: false, cancel_at: null, canceled_at: null });
    const leaving = await b.stripe.subscriptions.update(subscription.id, {
      cancel_at_period_end: true,
    });
    expect(leaving).toMatchObject({ status: "active", cancel_at: seconds("2027-03-02T10:00:00Z") });
    await b.moveTo("2027-03-03");
    expect(await b.stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      status: "canceled",
      ended_at: seconds("2027-03-02T10:00:00Z"),
    });
    expect((await b.stripe.invoices.list({ subscription: subscription.id })).data).toHaveLength(1);
    await expect(
      b.stripe.subscriptions.update(subscription.id, { metadata: { a: "b" } }),
    ).rejects.toThrow(/canceled subscription/);
  });

  test("cancelled at once it ends at once and twice is refused", async () => {
    const b = await bench();
    const { subscription } = await subscriber(b);
    expect(await b.stripe.subscriptions.cancel(subscription.id)).toMatchObject({
      status: "canceled",
    });
    await expect(b.stripe.subscriptions.cancel(subscription.id)).rejects.toMatchObject({
      code: "resource_missing",
    });
    expect((await b.stripe.subscriptions.list({ status: "all" })).data).toHaveLength(1);
    expect((await b.stripe.subscriptions.list()).data).toHaveLength(0);
  });

  test("a trial moves the next payment to its end; a future anchor begins without an invoice", async () => {
    const b = await bench();
    const { subscription, customer, price } = await subscriber(b);
    const moved = await b.stripe.subscriptions.update(subscription.id, {
      trial_end: seconds("2026-09-01"),
      proration_behavior: "none",
    });
    expect(moved.status).toBe("trialing");
    const anchored = await b.stripe.subscriptions.create({
      customer,
      items: [{ price: price.id }],
      billing_cycle_anchor: seconds("2026-04-01"),
      proration_behavior: "none",
      default_payment_method: String(subscription.default_payment_method),
    });
    expect(anchored).toMatchObject({ status: "active", latest_invoice: null });
    await b.moveTo("2026-04-02");
    expect((await b.stripe.invoices.list({ subscription: anchored.id })).data[0]).toMatchObject({
      status: "paid",
      amount_paid: 4500,
    });
    await b.moveTo("2026-09-02");
    expect(await b.stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      status: "active",
    });
    expect(
      (await b.stripe.invoices.list({ subscription: subscription.id })).data[0]?.period_end,
    ).toBe(seconds("2026-09-01"));
  });
});
