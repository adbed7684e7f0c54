import { expect, test } from "vitest";
import { at, bench } from "./support";

test("hundreds of members with years of history are made without events, and renew afterwards", {
  timeout: 60_000,
}, async () => {
  const b = await bench({ startsAt: "2026-11-03T10:00:00Z" });
  const made = b.standIn.seed((door) => {
    const product = door.product(at("2020-01-01"), { name: "Member" });
    const yearly = door.price(at("2020-01-01"), {
      product: product.id,
      currency: "gbp",
      unit_amount: 4500,
      recurring: { interval: "year" },
    });
    const monthly = door.price(at("2020-01-01"), {
      product: product.id,
      currency: "gbp",
      unit_amount: 450,
      recurring: { interval: "month" },
    });
    return Array.from({ length: 200 }, (_, index) => {
      const joined = at("2022-01-10").add({ hours: 24 * index * 5 });
      const method =
        index % 10 === 0
          ? { accountNumber: "00012345" }
          : { card: index % 10 === 1 ? "4000000000000341" : "4242424242424242" };
      const customer = door.customer(joined, {
        name: `Member ${index}`,
        email: `m${index}@example.org`,
        method,
      });
      return door.subscription(joined, {
        customer: customer.id,
        price: index % 3 ? yearly.id : monthly.id,
        metadata: { member: String(index) },
      });
    });
  });
  expect(b.standIn.events()).toHaveLength(0);
  expect(made).toHaveLength(200);
  const subscriptions = b.standIn.objects("subscription");
  expect(
    subscriptions.filter((subscription) => subscription.status === "active").length,
  ).toBeGreaterThan(160);
  expect(subscriptions.some((subscription) => subscription.status === "canceled")).toBe(true);
  const [invoice] = (
    await b.stripe.invoices.list({
      subscription: made[7]?.id,
      expand: ["data.payments.data.payment.payment_intent"],
    })
  ).data;
  expect(invoice).toMatchObject({
    status: "paid",
    payments: { data: [{ payment: { payment_intent: { status: "succeeded" } } }] },
  });
  await b.moveTo("2026-12-10");
  expect(b.types()).toContain("invoice.paid");
});

test("a past can be stopped on the way to change something in it", async () => {
  const b = await bench({ startsAt: "2026-11-03T10:00:00Z" });
  const { seed } = b.standIn;
  const subscription = seed(
    (door) => {
      const price = door.price(at("2024-01-01"), {
        product_data: { name: "Member" },
        currency: "gbp",
        unit_amount: 4500,
        recurring: { interval: "year" },
      });
      const customer = door.customer(at("2024-02-01"), {
        name: "Amara",
        email: "a@example.org",
        method: { card: "4000000000000341" },
      });
      return door.subscription(at("2024-02-01"), { customer: customer.id, price: price.id });
    },
    { until: at("2025-02-02") },
  );
  expect(b.standIn.object(subscription.id)).toMatchObject({ status: "past_due" });
  seed((door) =>
    door.method(at("2025-02-03"), String(subscription.customer), { card: "4242424242424242" }),
  );
  expect(b.standIn.object(subscription.id)).toMatchObject({ status: "active" });
  expect(b.standIn.objects("invoice").map((invoice) => invoice.status)).toEqual([
    "paid",
    "paid",
    "paid",
  ]);
  seed((door) => {
    const council = door.customer(at("2026-10-01"), { name: "Council", email: "c@example.org" });
    return door.invoice(at("2026-10-01"), {
      customer: council.id,
      lines: [{ amount: 9000, description: "Two seats" }],
      daysUntilDue: 30,
    });
  });
  expect(b.standIn.objects("invoice")[0]).toMatchObject({ status: "open", amount_due: 9000 });
});
