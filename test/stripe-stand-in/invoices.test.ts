import { describe, expect, test } from "vitest";
import { type Bench, bench, card, open, post, seconds, subscriber, yearlyPrice } from "./support";

async function council({ stripe }: Bench) {
  return stripe.customers.create({ name: "Northtown Council", email: "accounts@council.example" });
}

async function sentInvoice(b: Bench) {
  const customer = await council(b);
  const draft = await b.stripe.invoices.create({
    customer: customer.id,
    collection_method: "send_invoice",
    days_until_due: 30,
    custom_fields: [{ name: "Purchase order", value: "PO-77" }],
    metadata: { invoice: "inv-1" },
  });
  await b.stripe.invoiceItems.create({
    customer: customer.id,
    invoice: draft.id,
    amount: 9000,
    currency: "gbp",
    description: "Two seats",
    metadata: { seats: "2" },
  });
  return { customer, invoice: await b.stripe.invoices.sendInvoice(draft.id ?? "") };
}

describe("invoices sent for payment", () => {
  test("drafted with lines and a purchase order, sent, overdue, paid by transfer", async () => {
    const b = await bench();
    const { invoice, customer } = await sentInvoice(b);
    expect(invoice).toMatchObject({
      status: "open",
      amount_due: 9000,
      due_date: seconds("2026-04-01T10:00:00Z"),
      custom_fields: [{ name: "Purchase order", value: "PO-77" }],
      metadata: { invoice: "inv-1" },
      customer_name: customer.name,
    });
    expect(invoice.number).toMatch(/^[A-Z0-9]{8}-0001$/);
    expect((await b.stripe.invoices.listLineItems(invoice.id ?? "")).data[0]).toMatchObject({
      amount: 9000,
      description: "Two seats",
      metadata: { seats: "2" },
    });
    await b.moveTo("2026-04-02");
    expect(b.types()).toEqual(expect.arrayContaining(["invoice.sent", "invoice.overdue"]));
    const paid = await b.stripe.invoices.pay(invoice.id ?? "", { paid_out_of_band: true });
    expect(paid).toMatchObject({
      status: "paid",
      amount_remaining: 0,
      amount_paid_off_stripe: 9000,
    });
    await b.standIn.settled();
    expect(b.types()).toContain("invoice.paid");
    await expect(b.stripe.invoices.pay(invoice.id ?? "")).rejects.toMatchObject({
      code: "invoice_already_paid",
    });
  });

  test("the hosted invoice page takes a card", async () => {
    const b = await bench();
    const { invoice } = await sentInvoice(b);
    const address = invoice.hosted_invoice_url ?? "";
    expect((await open(address)).text).toContain("PO-77");
    expect((await post(address, card("4000000000000002"))).status).toBe(402);
    expect((await post(address, card("4242424242424242"))).status).toBe(303);
    expect((await open(address)).text).toContain("has been paid");
    expect((await b.stripe.invoices.retrieve(invoice.id ?? "")).status).toBe("paid");
  });

  test("voided it can no longer be paid, and its intent is cancelled", async () => {
    const b = await bench();
    const { invoice } = await sentInvoice(b);
    expect((await b.stripe.invoices.voidInvoice(invoice.id ?? "")).status).toBe("void");
    expect((await b.stripe.paymentIntents.list()).data[0]).toMatchObject({
      status: "canceled",
      cancellation_reason: "void_invoice",
    });
    await expect(b.stripe.invoices.pay(invoice.id ?? "")).rejects.toThrow(/void/);
    await expect(b.stripe.invoices.voidInvoice(invoice.id ?? "")).rejects.toThrow(/isn't open/);
  });

  test("a subscription of an employer is invoiced, never charged", async () => {
    const b = await bench();
    const customer = await council(b);
    const price = await yearlyPrice(b.stripe);
    const items = [{ price: price.id, quantity: 12 }];
    await expect(
      b.stripe.subscriptions.create({
        customer: customer.id,
        items,
        collection_method: "send_invoice",
      }),
    ).rejects.toMatchObject({ param: "days_until_due" });
    const subscription = await b.stripe.subscriptions.create({
      customer: customer.id,
      items,
      collection_method: "send_invoice",
      days_until_due: 30,
    });
    expect(subscription.status).toBe("active");
    await b.moveTo("2026-03-02T11:00:01Z");
    const invoice = await b.stripe.invoices.retrieve(String(subscription.latest_invoice));
    expect(invoice).toMatchObject({
      status: "open",
      amount_due: 54000,
      due_date: seconds("2026-04-01T11:00:00Z"),
    });
    await b.moveTo("2026-06-01");
    expect((await b.stripe.subscriptions.retrieve(subscription.id)).status).toBe("active");
  });
});

describe("rules of invoices", () => {
  test("what contradicts itself is refused", async () => {
    const b = await bench();
    const customer = (await council(b)).id;
    const create = b.stripe.invoices.create.bind(b.stripe.invoices);
    await expect(create({ customer, collection_method: "send_invoice" })).rejects.toMatchObject({
      param: "days_until_due",
    });
    await expect(create({ customer, days_until_due: 30 })).rejects.toMatchObject({
      param: "days_until_due",
    });
    const fields = Array.from({ length: 5 }, (_, index) => ({ name: `f${index}`, value: "x" }));
    await expect(create({ customer, custom_fields: fields })).rejects.toMatchObject({
      param: "custom_fields",
    });
    const empty = await create({ customer });
    await expect(b.stripe.invoices.finalizeInvoice(empty.id ?? "")).rejects.toMatchObject({
      code: "invoice_no_customer_line_items",
    });
    await expect(b.stripe.invoices.sendInvoice(empty.id ?? "")).rejects.toThrow(
      /collection method/,
    );
  });

  test("items wait for the next invoice; a draft may be changed and deleted, a finalised one not", async () => {
    const b = await bench();
    const customer = (await council(b)).id;
    await b.stripe.invoiceItems.create({
      customer,
      amount: 700,
      currency: "gbp",
      description: "Joining fee",
    });
    const draft = await b.stripe.invoices.create({
      customer,
      pending_invoice_items_behavior: "include",
    });
    expect(draft).toMatchObject({ status: "draft", total: 700, auto_advance: false });
    const extra = await b.stripe.invoiceItems.create({
      customer,
      invoice: draft.id,
      amount: 300,
      currency: "gbp",
    });
    await b.stripe.invoiceItems.del(extra.id);
    expect(
      (await b.stripe.invoices.update(draft.id ?? "", { description: "Thank you" })).total,
    ).toBe(700);
    const final = await b.stripe.invoices.finalizeInvoice(draft.id ?? "");
    expect(final).toMatchObject({ status: "open", description: "Thank you" });
    await expect(
      b.stripe.invoices.update(draft.id ?? "", { description: "No" }),
    ).rejects.toMatchObject({ code: "invoice_not_editable" });
    await expect(b.stripe.invoices.del(draft.id ?? "")).rejects.toMatchObject({
      code: "invoice_not_editable",
    });
    await expect(
      b.stripe.invoiceItems.create({ customer, invoice: draft.id, amount: 1, currency: "gbp" }),
    ).rejects.toMatchObject({ code: "invoice_not_editable" });
  });

  test("paying with a card on file, without one, and with one that is refused", async () => {
    const b = await bench();
    const { customer, subscription } = await subscriber(b);
    await b.stripe.invoiceItems.create({
      customer,
      amount: 1500,
      currency: "gbp",
      description: "Change of grade",
    });
    const draft = await b.stripe.invoices.create({
      customer,
      pending_invoice_items_behavior: "include",
    });
    await b.stripe.invoices.finalizeInvoice(draft.id ?? "");
    await expect(b.stripe.invoices.pay(draft.id ?? "")).rejects.toThrow(
      /no `default_payment_method`/,
    );
    const bad = await b.stripe.paymentMethods.create({
      type: "card",
      card: { number: "4000000000000002", exp_month: 12, exp_year: 2034 },
    });
    await expect(
      b.stripe.invoices.pay(draft.id ?? "", { payment_method: bad.id }),
    ).rejects.toMatchObject({ type: "StripeCardError", code: "card_declined" });
    const paid = await b.stripe.invoices.pay(draft.id ?? "", {
      payment_method: String(subscription.default_payment_method),
      expand: ["payments"],
    });
    expect(paid).toMatchObject({
      status: "paid",
      attempt_count: 2,
      payments: { data: [{ status: "paid" }] },
    });
  });

  test("an invoice of nothing is paid when it is finalised; one written off is uncollectible", async () => {
    const b = await bench();
    const customer = (await council(b)).id;
    const free = await b.stripe.invoices.create({ customer });
    await b.stripe.invoiceItems.create({ customer, invoice: free.id, amount: 0, currency: "gbp" });
    expect((await b.stripe.invoices.finalizeInvoice(free.id ?? "")).status).toBe("paid");
    const { invoice } = await sentInvoice(b);
    expect((await b.stripe.invoices.markUncollectible(invoice.id ?? "")).status).toBe(
      "uncollectible",
    );
    expect((await b.stripe.invoices.list({ status: "uncollectible" })).data).toHaveLength(1);
  });
});
