import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { bench, card, membershipSession, post, subscriber, WEBHOOK_SECRET } from "./support";

function journalPath(): string {
  const folder = mkdtempSync(join(tmpdir(), "stand-in-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "journal.jsonl");
}

describe("webhooks", () => {
  test("a signature is refused by the SDK for another secret or an altered body", async () => {
    const b = await bench();
    await b.stripe.customers.create({ name: "Amara" });
    const payload = JSON.stringify(b.standIn.events()[0]?.event);
    const header = await b.stripe.webhooks.generateTestHeaderStringAsync({
      payload,
      secret: WEBHOOK_SECRET,
    });
    expect(
      (await b.stripe.webhooks.constructEventAsync(payload, header, WEBHOOK_SECRET)).type,
    ).toBe("customer.created");
    await expect(
      b.stripe.webhooks.constructEventAsync(payload, header, "whsec_other"),
    ).rejects.toThrow(/signature/i);
  });

  test("an event that the portal refuses comes again by the clock until it is taken", async () => {
    const b = await bench();
    b.answers.push(500, 503);
    await b.stripe.customers.create({ name: "Amara" });
    await b.standIn.settled();
    expect(b.standIn.events()[0]).toMatchObject({
      delivery: { state: "waiting", attempts: 1, lastStatus: 500 },
      event: { pending_webhooks: 1 },
    });
    await b.moveTo("2026-03-02T10:05:01Z");
    expect(b.received).toHaveLength(2);
    await b.moveTo("2026-03-02T12:00:00Z");
    expect(b.standIn.events()[0]).toMatchObject({
      delivery: { state: "delivered", attempts: 3, lastStatus: 200 },
      event: { pending_webhooks: 0 },
    });
    expect(new Set(b.received.map((event) => event.id)).size).toBe(1);
  });

  test("after three days Stripe gives up", async () => {
    const b = await bench({ webhookUrl: "http://127.0.0.1:9/webhooks/stripe" });
    await b.stripe.customers.create({ name: "Amara" });
    await b.moveTo("2026-03-10");
    expect(b.standIn.events()[0]?.delivery).toMatchObject({
      state: "failed",
      attempts: 10,
      lastStatus: null,
    });
  });

  test("events are held, released in another order, sent twice and failed on demand", async () => {
    const b = await bench();
    b.standIn.holdEvents();
    for (const name of ["Amara", "Bem", "Caro"]) await b.stripe.customers.create({ name });
    await b.standIn.settled();
    expect(b.received).toHaveLength(0);
    await b.standIn.releaseEvents("reversed");
    expect(b.received.map((event) => (event.data.object as { name?: string }).name)).toEqual([
      "Caro",
      "Bem",
      "Amara",
    ]);
    const [first] = b.standIn.events();
    expect(await b.standIn.duplicateEvent(first?.event.id ?? "")).toBe(200);
    expect(b.received).toHaveLength(4);
    b.standIn.failNextDelivery(1);
    await b.stripe.customers.create({ name: "Dan" });
    await b.standIn.settled();
    expect(b.received).toHaveLength(4);
    await b.moveTo("2026-03-02T10:06:00Z");
    expect(b.received).toHaveLength(5);
  });

  test("told by hand, nothing is sent before it is asked for", async () => {
    const b = await bench({ deliver: "manual" });
    await b.stripe.customers.create({ name: "Amara" });
    await b.moveTo("2026-03-05");
    expect(b.received).toHaveLength(0);
    const [waiting] = b.standIn.events();
    expect(await b.standIn.deliverEvent(waiting?.event.id ?? "")).toBe(200);
    expect(b.standIn.events()[0]?.delivery.state).toBe("delivered");
  });

  test("only the events that the endpoint enabled are sent", async () => {
    const b = await bench({ enabledEvents: ["checkout.session.completed"] });
    await subscriber(b);
    expect(b.types()).toEqual(["checkout.session.completed"]);
  });

  test("events during a jump of the clock arrive in order of time", async () => {
    const b = await bench();
    await subscriber(b);
    await b.moveTo("2030-01-01");
    const times = b.received.map((event) => event.created);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(b.types().filter((type) => type === "invoice.paid")).toHaveLength(4);
  });
});

describe("the journal", () => {
  test("a restart remembers everything: objects, keys, plans, events not yet delivered", async () => {
    const journal = journalPath();
    const before = await bench({ journal, deliver: "manual" });
    const { subscription } = await subscriber(before);
    const key = { idempotencyKey: "once" };
    const customer = await before.stripe.customers.create({ name: "Bem" }, key);
    const session = await membershipSession(before.stripe);
    const events = before.standIn.events().length;
    const after = await bench({ journal, startsAt: "2026-03-02T10:01:00Z" });
    expect(JSON.stringify(after.standIn.object(subscription.id))).toBe(
      JSON.stringify(before.standIn.object(subscription.id)),
    );
    expect((await after.stripe.customers.create({ name: "Bem" }, key)).id).toBe(customer.id);
    await after.moveTo("2026-03-02T10:02:00Z");
    expect(after.received).toHaveLength(events);
    expect(
      (
        await post(
          `${after.origin}/stripe-stand-in/checkout/${session.id}`,
          card("4242424242424242"),
        )
      ).status,
    ).toBe(303);
    await after.moveTo("2027-03-03");
    expect(
      (await after.stripe.invoices.list({ subscription: subscription.id })).data[0],
    ).toMatchObject({ status: "paid", billing_reason: "subscription_cycle" });
  });

  test("a line torn by a kill is dropped, and the journal is compacted on load", async () => {
    const journal = journalPath();
    const before = await bench({ journal });
    const customer = await before.stripe.customers.create({ name: "Amara" });
    for (let i = 0; i < 20; i++)
      await before.stripe.customers.update(customer.id, { description: `${i}` });
    await before.standIn.close();
    const long = readFileSync(journal, "utf8").split("\n").length;
    appendFileSync(journal, '["customer","cus_torn",{"id":"cus_to');
    const after = await bench({ journal });
    expect(after.standIn.objects("customer").map((one) => one.description)).toEqual(["19"]);
    expect(readFileSync(journal, "utf8").split("\n").length).toBeLessThan(long);
  });
});
