import { describe, expect, test } from "vitest";
import {
  account,
  back,
  bench,
  card,
  membershipSession,
  open,
  post,
  seconds,
  yearlyPrice,
} from "./support";

describe("paying for a membership at the hosted page", () => {
  test("a good card makes customer, subscription and paid invoice, and tells the portal", async () => {
    const { stripe, standIn, types, received } = await bench();
    const session = await membershipSession(stripe, {
      client_reference_id: "application-1",
      metadata: { application: "1" },
      subscription_data: { metadata: { payer: "7" } },
    });
    expect(session).toMatchObject({
      status: "open",
      payment_status: "unpaid",
      amount_total: 4500,
      subscription: null,
      customer: null,
    });
    const page = await post(session.url ?? "", card("4242 4242 4242 4242"));
    expect(page).toMatchObject({
      status: 303,
      location: `http://localhost:3000/join/welcome?session=${session.id}`,
    });
    const done = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ["subscription", "invoice.payments.data.payment.payment_intent", "line_items"],
    });
    expect(done).toMatchObject({
      status: "complete",
      payment_status: "paid",
      client_reference_id: "application-1",
      customer_details: { email: "amara@example.org" },
      subscription: {
        status: "active",
        metadata: { payer: "7" },
        items: {
          data: [
            {
              current_period_start: seconds("2026-03-02T10:00:00Z"),
              current_period_end: seconds("2027-03-02T10:00:00Z"),
            },
          ],
        },
      },
      invoice: {
        status: "paid",
        amount_paid: 4500,
        billing_reason: "subscription_create",
        parent: {
          type: "subscription_details",
          subscription_details: { metadata: { payer: "7" } },
        },
        payments: {
          data: [
            {
              status: "paid",
              payment: { payment_intent: { status: "succeeded", amount_received: 4500 } },
            },
          ],
        },
      },
      line_items: { data: [{ amount_total: 4500 }] },
    });
    await standIn.settled();
    expect(types()).toEqual(
      expect.arrayContaining([
        "customer.created",
        "customer.subscription.created",
        "invoice.paid",
        "checkout.session.completed",
      ]),
    );
    expect(received.every((event) => event.api_version === "2026-10-28.endive")).toBe(true);
  });

  test.each([
    ["4000000000000002", "Your card was declined."],
    ["4000000000009995", "Your card has insufficient funds."],
  ])(
    "card %s is refused with its reason and may be followed by another card",
    async (number, words) => {
      const { stripe, standIn } = await bench();
      const session = await membershipSession(stripe);
      const refused = await post(session.url ?? "", card(number));
      expect(refused.status).toBe(402);
      expect(refused.text).toContain(words);
      expect(refused.text).toContain('value="Amara Obi"');
      expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
        status: "open",
        payment_status: "unpaid",
      });
      expect((await post(session.url ?? "", card("4242424242424242"))).status).toBe(303);
      expect(standIn.objects("subscription")).toHaveLength(1);
      expect(standIn.objects("payment_intent")).toHaveLength(1);
      expect(
        standIn
          .objects("charge")
          .map((charge) => charge.status)
          .sort(),
      ).toEqual(["failed", "succeeded"]);
    },
  );

  test("a second click on the button leads on to the same end and charges once", async () => {
    const { stripe, standIn } = await bench();
    const session = await membershipSession(stripe);
    const [first, second] = await Promise.all([
      post(session.url ?? "", card("4242424242424242")),
      post(session.url ?? "", card("4242424242424242")),
    ]);
    expect(first.location).toBe(second.location);
    expect(standIn.objects("charge")).toHaveLength(1);
    const again = await open(session.url ?? "");
    expect(again.text).toContain("You have already paid");
  });

  test("3-D Secure is asked on a page of its own: failing it goes back, completing it pays", async () => {
    const { stripe } = await bench();
    const session = await membershipSession(stripe);
    const sent = await post(session.url ?? "", card("4000002500003155"));
    expect(sent.location).toBe(`/stripe-stand-in/checkout/${session.id}/authenticate`);
    const bank = `${session.url}/authenticate`;
    expect((await open(bank)).text).toContain("Confirm with your bank");
    expect((await post(bank, { answer: "fail" })).location).toBe(
      `/stripe-stand-in/checkout/${session.id}`,
    );
    expect((await open(session.url ?? "")).text).toContain("unable to authenticate");
    await post(session.url ?? "", card("4000000000003220"));
    expect((await post(bank, { answer: "complete" })).location).toContain("/join/welcome");
    expect((await stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe("paid");
  });

  test("what is missing or mistyped is said beside the field and what was typed stays", async () => {
    const { stripe } = await bench();
    const session = await membershipSession(stripe);
    const page = await post(session.url ?? "", {
      ...card("4242424242424242"),
      expiry: "13/99",
      nameOnCard: "",
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain('href="#expiry">Enter the expiry date');
    expect(page.text).toContain("Enter the name on the card");
    expect(page.text).toContain('value="4242424242424242"');
    const strange = await post(session.url ?? "", card("4111111111111111"));
    expect(strange.text).toContain("not one of the test cards");
  });

  test("the page says that it is practice, leads back, and carries no script or inline style", async () => {
    const { stripe, origin } = await bench();
    const session = await membershipSession(stripe, { metadata: { note: "<script>" } });
    const page = await open(session.url ?? "");
    expect(page.text).toContain("No money moves here");
    expect(page.text).toContain(`href="${back.cancel_url}"`);
    expect(page.text).not.toMatch(/<script|style=|onclick/);
    expect((await open(`${origin}/stripe-stand-in/style.css`)).status).toBe(200);
  });

  test("text of the portal is escaped on the page", async () => {
    const { stripe } = await bench();
    const product = { name: "<b>Fellow & friend</b>" };
    const session = await stripe.checkout.sessions.create({
      mode: "payment",
      line_items: [
        { price_data: { currency: "gbp", unit_amount: 5000, product_data: product }, quantity: 1 },
      ],
      ...back,
    });
    expect((await open(session.url ?? "")).text).toContain("&#60;b&#62;Fellow &#38; friend");
  });
});

describe("other sessions", () => {
  test("a payment session makes a PaymentIntent with its metadata and no customer unless asked", async () => {
    const { stripe } = await bench();
    const session = await stripe.checkout.sessions.create({
      mode: "payment",
      line_items: [
        {
          price_data: { currency: "gbp", unit_amount: 1200, product_data: { name: "Workshop" } },
          quantity: 2,
        },
      ],
      payment_intent_data: { metadata: { booking: "b1" } },
      ...back,
    });
    await post(session.url ?? "", card("4242424242424242"));
    const done = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ["payment_intent.latest_charge.balance_transaction"],
    });
    expect(done).toMatchObject({
      payment_status: "paid",
      customer: null,
      payment_intent: {
        status: "succeeded",
        amount: 2400,
        metadata: { booking: "b1" },
        latest_charge: { paid: true, balance_transaction: { amount: 2400, fee: 56, net: 2344 } },
      },
    });
  });

  test("a setup session saves a new card on the customer without money", async () => {
    const { stripe, standIn } = await bench();
    const customer = await stripe.customers.create({ email: "amara@example.org" });
    const session = await stripe.checkout.sessions.create({
      mode: "setup",
      currency: "gbp",
      customer: customer.id,
      ...back,
    });
    await post(session.url ?? "", card("4242424242424242"));
    const done = await stripe.checkout.sessions.retrieve(session.id, { expand: ["setup_intent"] });
    expect(done).toMatchObject({
      status: "complete",
      payment_status: "no_payment_required",
      setup_intent: { status: "succeeded", customer: customer.id },
    });
    expect((await stripe.paymentMethods.list({ customer: customer.id })).data).toHaveLength(1);
    expect(standIn.objects("charge")).toHaveLength(0);
  });

  test("only the allowed methods are offered", async () => {
    const { stripe } = await bench();
    const session = await membershipSession(stripe, {
      allowed_payment_method_types: ["bacs_debit"],
    });
    expect(session.payment_method_types).toEqual(["bacs_debit"]);
    const page = await open(session.url ?? "");
    expect(page.text).toContain("Sort code");
    expect(page.text).not.toContain("Card number");
  });

  test("a session expires by the clock or by the portal, and its page says so", async () => {
    const { stripe, moveTo, types } = await bench();
    const early = await membershipSession(stripe, { expires_at: seconds("2026-03-02T10:30:00Z") });
    const stopped = await membershipSession(stripe);
    expect(await stripe.checkout.sessions.expire(stopped.id)).toMatchObject({
      status: "expired",
      url: null,
    });
    await expect(stripe.checkout.sessions.expire(stopped.id)).rejects.toThrow(
      /status of `expired`/,
    );
    await moveTo("2026-03-02T10:31:00Z");
    expect((await stripe.checkout.sessions.retrieve(early.id)).status).toBe("expired");
    expect(types().filter((type) => type === "checkout.session.expired")).toHaveLength(2);
    const page = await post(early.url ?? "", card("4242424242424242"));
    expect(page.status).toBe(410);
    expect(page.text).toContain("has expired");
  });

  test("an account number that is no test account is refused on the page", async () => {
    const { stripe } = await bench();
    const session = await membershipSession(stripe);
    expect((await post(session.url ?? "", account("11111111"))).text).toContain(
      "not one of the test accounts",
    );
  });
});

describe("sessions that Stripe refuses", () => {
  test.each([
    [
      "the old payment_method_types",
      { payment_method_types: ["card"] },
      "payment_method_types",
      "parameter_unknown",
    ],
    ["the old name of the hosted page", { ui_mode: "hosted" }, "ui_mode", undefined],
    [
      "a life under 30 minutes",
      { expires_at: seconds("2026-03-02T10:29:00Z") },
      "expires_at",
      undefined,
    ],
    ["a life over a day", { expires_at: seconds("2026-03-03T10:01:00Z") }, "expires_at", undefined],
    ["no success_url", { success_url: undefined }, "success_url", "parameter_missing"],
    [
      "data of another mode",
      { payment_intent_data: { description: "x" } },
      "payment_intent_data",
      undefined,
    ],
    [
      "two ways to name the customer",
      { customer: "cus_x", customer_email: "a@example.org" },
      "customer",
      undefined,
    ],
    ["an unknown customer", { customer: "cus_x" }, "customer", "resource_missing"],
    [
      "a misspelt nested parameter",
      { subscription_data: { metdata: { a: "b" } } },
      "subscription_data[metdata]",
      "parameter_unknown",
    ],
  ])("%s", async (_words, extra, param, code) => {
    const { stripe } = await bench();
    const refusal = await membershipSession(stripe, extra as object).catch(
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({
      type: "StripeInvalidRequestError",
      statusCode: 400,
      param,
      ...(code && { code }),
    });
  });

  test("totals under 30p, recurring prices in a payment, one-off prices alone in a subscription", async () => {
    const { stripe } = await bench();
    const one = {
      price_data: { currency: "gbp", unit_amount: 29, product_data: { name: "Pin" } },
      quantity: 1,
    };
    await expect(
      stripe.checkout.sessions.create({ mode: "payment", line_items: [one], ...back }),
    ).rejects.toMatchObject({ code: "amount_too_small" });
    await expect(membershipSession(stripe, { mode: "payment" })).rejects.toThrow(/recurring price/);
    await expect(
      stripe.checkout.sessions.create({ mode: "subscription", line_items: [one], ...back }),
    ).rejects.toThrow(/at least one recurring price/);
    const price = await yearlyPrice(stripe);
    await stripe.prices.update(price.id, { active: false });
    await expect(
      stripe.checkout.sessions.create({
        mode: "subscription",
        line_items: [{ price: price.id }],
        ...back,
      }),
    ).rejects.toThrow(/inactive/);
  });
});
