import Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { at, bench, SECRET_KEY, sdk, subscriber, yearlyPrice } from "./support";

describe("the wire", () => {
  test("a wrong key is 401, an unknown address 404, another API version refused", async () => {
    const { origin } = await bench();
    await expect(sdk(origin, "sk_test_wrong").customers.list()).rejects.toBeInstanceOf(
      Stripe.errors.StripeAuthenticationError,
    );
    const headers = { authorization: `Bearer ${SECRET_KEY}` };
    expect((await fetch(`${origin}/v1/customers`)).status).toBe(401);
    const lost = await fetch(`${origin}/v1/coupons`, { headers });
    expect(lost.status).toBe(404);
    expect(await lost.json()).toMatchObject({ error: { type: "invalid_request_error" } });
    const old = await fetch(`${origin}/v1/customers`, {
      headers: { ...headers, "stripe-version": "2024-06-20" },
    });
    expect(old.status).toBe(400);
  });

  test("every answer carries a request id, and events name the request that caused them", async () => {
    const { stripe, standIn } = await bench();
    const customer = await stripe.customers.create({ name: "Amara" }, { idempotencyKey: "join-1" });
    expect(customer.lastResponse.requestId).toMatch(/^req_/);
    expect(standIn.events()[0]?.event.request).toEqual({
      id: customer.lastResponse.requestId,
      idempotency_key: "join-1",
    });
  });

  test.each([
    ["an unknown parameter", { nmae: "Amara" }, "nmae", "parameter_unknown"],
    [
      "a wrong kind of number",
      { next_invoice_sequence: "soon" },
      "next_invoice_sequence",
      "parameter_invalid_integer",
    ],
    ["a value outside the list", { tax_exempt: "maybe" }, "tax_exempt", undefined],
    [
      "an unknown nested parameter",
      { address: { postcode: "LS1" } },
      "address[postcode]",
      "parameter_unknown",
    ],
    [
      "what Stripe has and the stand-in ignores",
      { balance: 100 },
      "balance",
      "stand_in_unsupported",
    ],
    [
      "a metadata value that is too long",
      { metadata: { a: "x".repeat(501) } },
      "metadata[a]",
      undefined,
    ],
  ])("%s is refused by name", async (_words, params, param, code) => {
    const { stripe, standIn } = await bench();
    const refusal = await stripe.customers
      .create(params as object)
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      type: "StripeInvalidRequestError",
      statusCode: 400,
      param,
      ...(code && { code }),
    });
    expect(standIn.objects("customer")).toHaveLength(0);
  });

  test("a missing parameter is refused by name", async () => {
    const { stripe } = await bench();
    const refusal = stripe.products.create({} as Stripe.ProductCreateParams);
    await expect(refusal).rejects.toMatchObject({ code: "parameter_missing", param: "name" });
  });

  test("the same key and request are answered alike; another request with the key is refused; a day later it is new", async () => {
    const { stripe, standIn, clock } = await bench();
    const key = { idempotencyKey: "pay-7" };
    const first = await stripe.customers.create({ name: "Amara" }, key);
    const again = await stripe.customers.create({ name: "Amara" }, key);
    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true");
    await expect(stripe.customers.create({ name: "Bem" }, key)).rejects.toBeInstanceOf(
      Stripe.errors.StripeIdempotencyError,
    );
    expect(standIn.objects("customer")).toHaveLength(1);
    clock.now = at("2026-03-04");
    expect((await stripe.customers.create({ name: "Amara" }, key)).id).not.toBe(first.id);
  });

  test("a key whose parameters were wrong may be used again", async () => {
    const { stripe } = await bench();
    const key = { idempotencyKey: "pay-8" };
    await expect(stripe.customers.create({ nmae: "x" } as object, key)).rejects.toMatchObject({
      code: "parameter_unknown",
    });
    expect((await stripe.customers.create({ name: "Amara" }, key)).name).toBe("Amara");
  });

  test("lists are paged newest first and the SDK walks them", async () => {
    const { stripe } = await bench();
    for (let i = 0; i < 25; i++) await stripe.customers.create({ name: `Member ${i}` });
    const first = await stripe.customers.list({ limit: 10 });
    expect(first).toMatchObject({ has_more: true, url: "/v1/customers" });
    expect(first.data[0]?.name).toBe("Member 24");
    const all = await stripe.customers.list({ limit: 10 }).autoPagingToArray({ limit: 100 });
    expect(new Set(all.map((customer) => customer.id)).size).toBe(25);
    const back = await stripe.customers.list({ limit: 5, ending_before: all[12]?.id });
    expect(back.data.map((customer) => customer.id)).toEqual(
      all.slice(7, 12).map((customer) => customer.id),
    );
    await expect(stripe.customers.list({ limit: 101 })).rejects.toMatchObject({ param: "limit" });
    await expect(stripe.customers.list({ starting_after: "cus_none" })).rejects.toMatchObject({
      param: "starting_after",
    });
  });

  test("expanding what cannot be expanded is refused", async () => {
    const { stripe } = await bench();
    const customer = await stripe.customers.create({ name: "Amara" });
    await expect(stripe.customers.retrieve(customer.id, { expand: ["shoes"] })).rejects.toThrow(
      /cannot be expanded/,
    );
  });
});

describe("customers, products, prices", () => {
  test("a customer is updated, found by metadata, deleted", async () => {
    const { stripe, types, standIn } = await bench();
    const customer = await stripe.customers.create({
      email: "amara@example.org",
      metadata: { payer: "7", old: "x" },
    });
    const updated = await stripe.customers.update(customer.id, {
      name: "Amara Obi",
      metadata: { old: "", new: "y" },
    });
    expect(updated).toMatchObject({ name: "Amara Obi", metadata: { payer: "7", new: "y" } });
    expect(updated.metadata).not.toHaveProperty("old");
    const found = await stripe.customers.search({
      query: "metadata['payer']:'7' AND email:'amara@example.org'",
    });
    expect(found.data.map((one) => one.id)).toEqual([customer.id]);
    expect((await stripe.customers.search({ query: 'metadata["payer"]:"8"' })).data).toEqual([]);
    await stripe.customers.del(customer.id);
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ deleted: true });
    await expect(stripe.customers.retrieve("cus_none")).rejects.toMatchObject({
      statusCode: 404,
      code: "resource_missing",
    });
    await standIn.settled();
    expect(types()).toEqual(["customer.created", "customer.updated", "customer.deleted"]);
  });

  test("deleting a customer ends their subscriptions", async () => {
    const b = await bench();
    const { customer, subscription } = await subscriber(b);
    await b.stripe.customers.del(customer);
    expect((await b.stripe.subscriptions.retrieve(subscription.id)).status).toBe("canceled");
  });

  test("a product with its price; lookup keys move on request", async () => {
    const { stripe } = await bench();
    const product = await stripe.products.create({
      name: "Fellow",
      default_price_data: { currency: "gbp", unit_amount: 9000, recurring: { interval: "year" } },
    });
    const price = await stripe.prices.retrieve(String(product.default_price), {
      expand: ["product"],
    });
    expect(price).toMatchObject({
      unit_amount: 9000,
      type: "recurring",
      product: { name: "Fellow" },
    });
    expect(price.unit_amount_decimal?.toString()).toBe("9000");
    await stripe.prices.update(price.id, { lookup_key: "fellow" });
    const params = {
      product: product.id,
      currency: "gbp",
      unit_amount: 9500,
      recurring: { interval: "year" },
      lookup_key: "fellow",
    } as const;
    await expect(stripe.prices.create(params)).rejects.toMatchObject({ param: "lookup_key" });
    const dearer = await stripe.prices.create({ ...params, transfer_lookup_key: true });
    expect(
      (await stripe.prices.list({ lookup_keys: ["fellow"] })).data.map((one) => one.id),
    ).toEqual([dearer.id]);
    await expect(stripe.products.del(product.id)).rejects.toThrow(/user-created prices/);
  });

  test("a payment method belongs to one customer and leaves for ever", async () => {
    const { stripe } = await bench();
    const [amara, bem] = [
      await stripe.customers.create({ name: "Amara" }),
      await stripe.customers.create({ name: "Bem" }),
    ];
    const method = await stripe.paymentMethods.create({
      type: "card",
      card: { number: "4242424242424242", exp_month: 12, exp_year: 2034, cvc: "123" },
    });
    await stripe.paymentMethods.attach(method.id, { customer: amara.id });
    await expect(stripe.paymentMethods.attach(method.id, { customer: bem.id })).rejects.toThrow(
      /already been attached/,
    );
    await stripe.customers.update(amara.id, {
      invoice_settings: { default_payment_method: method.id },
    });
    await stripe.paymentMethods.detach(method.id);
    expect(await stripe.customers.retrieve(amara.id)).toMatchObject({
      invoice_settings: { default_payment_method: null },
    });
    await expect(
      stripe.customers.update(bem.id, { invoice_settings: { default_payment_method: method.id } }),
    ).rejects.toMatchObject({ code: "resource_missing" });
  });

  test("intents: created, confirmed, declined with the SDK's card error, cancelled", async () => {
    const { stripe } = await bench();
    await expect(
      stripe.paymentIntents.create({ amount: 29, currency: "gbp" }),
    ).rejects.toMatchObject({ code: "amount_too_small" });
    const bad = await stripe.paymentMethods.create({
      type: "card",
      card: { number: "4000000000009995", exp_month: 12, exp_year: 2034 },
    });
    const intent = await stripe.paymentIntents.create({
      amount: 2000,
      currency: "gbp",
      metadata: { booking: "1" },
    });
    const refusal = await stripe.paymentIntents
      .confirm(intent.id, { payment_method: bad.id })
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Stripe.errors.StripeCardError);
    expect(refusal).toMatchObject({
      statusCode: 402,
      code: "card_declined",
      decline_code: "insufficient_funds",
      payment_intent: { id: intent.id },
    });
    const good = await stripe.paymentMethods.create({
      type: "card",
      card: { number: "4242424242424242", exp_month: 12, exp_year: 2034 },
    });
    expect(
      (await stripe.paymentIntents.confirm(intent.id, { payment_method: good.id })).status,
    ).toBe("succeeded");
    await expect(stripe.paymentIntents.cancel(intent.id)).rejects.toMatchObject({
      code: "payment_intent_unexpected_state",
    });
    const other = await stripe.paymentIntents.create({ amount: 2000, currency: "gbp" });
    expect(
      (await stripe.paymentIntents.cancel(other.id, { cancellation_reason: "abandoned" })).status,
    ).toBe("canceled");
    const setup = await stripe.setupIntents.create({ payment_method: good.id, confirm: true });
    expect((await stripe.setupIntents.retrieve(setup.id)).status).toBe("succeeded");
  });

  test("the webhook endpoint and the account's events can be read back", async () => {
    const { stripe } = await bench();
    await yearlyPrice(stripe);
    const events = await stripe.events.list({ types: ["price.*"] });
    expect(events.data.map((event) => event.type)).toEqual(["price.created"]);
    expect((await stripe.events.retrieve(events.data[0]?.id ?? "")).data.object).toMatchObject({
      object: "price",
    });
    expect((await stripe.webhookEndpoints.list()).data[0]).toMatchObject({
      status: "enabled",
      enabled_events: ["*"],
    });
  });
});
