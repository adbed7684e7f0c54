import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";
import { afterEach, beforeEach, expect, test } from "vitest";
import { syncPayer } from "~/billing/sync/sync-payer";
import { reconcile } from "~/billing/work/reconcile";
import { migrateToLatest } from "~/db/migrate";
import { openDatabase } from "~/db/open";
import { startMoney, type TestMoney, WEBHOOK_SECRET } from "../support/standin";
import { applicant, ledgerOf, mailsTo, pageFor } from "./paying";

let money: TestMoney;
beforeEach(async () => {
  money = await startMoney();
});
afterEach(() => money.stop());

const payload = JSON.stringify({
  id: "evt_test",
  object: "event",
  type: "something.new",
  data: { object: { id: "thing_1", object: "thing" } },
});
const secondsNow = () => Math.floor(money.now().epochMilliseconds / 1000);
const sign = (timestamp = secondsNow(), secret = WEBHOOK_SECRET, body = payload) =>
  Stripe.webhooks.generateTestHeaderStringAsync({ payload: body, secret, timestamp });
const send = async (signature: string | null, body = payload) =>
  (
    await fetch(`${money.url}/webhooks/stripe`, {
      method: "POST",
      body,
      headers: signature === null ? {} : { "stripe-signature": signature },
    })
  ).status;
const events = () => money.db.selectFrom("stripeEvents").selectAll().execute();
const jobs = () => money.db.selectFrom("jobs").selectAll().execute();

test.each<[string, () => Promise<string | null>]>([
  ["no signature", async () => null],
  ["a signature that is none", async () => "nonsense"],
  ["another secret", () => sign(undefined, "whsec_other")],
  ["an altered body", () => sign(undefined, undefined, `${payload} `)],
  ["a time more than five minutes ago", () => sign(secondsNow() - 301)],
])("a webhook with %s is a 400 and leaves no trace but a count", async (_, signature) => {
  expect(await send(await signature())).toBe(400);
  expect(await events()).toEqual([]);
  expect(await jobs()).toEqual([]);
  expect(money.world.counters.all()).toEqual({ stripeWebhookBadSignature: 1 });
});

test("a time less than five minutes ago is fresh enough", async () => {
  expect(await send(await sign(secondsNow() - 299))).toBe(200);
});

test("while a secret is being rolled, the second of two signatures may be the good one", async () => {
  const [time, good] = (await sign()).split(",");
  const [, bad] = (await sign(undefined, "whsec_old")).split(",");
  expect(await send(`${time},${bad},${good}`)).toBe(200);
});

test("an event of a type that nobody knows is taken and remembered", async () => {
  expect(await send(await sign())).toBe(200);
  expect(await events()).toMatchObject([{ id: "evt_test", type: "something.new", payerId: null }]);
  await money.settle();
  expect(await jobs()).toMatchObject([{ name: "billing.sync", failedAt: null }]);
});

test("ten duplicates at the same moment are all answered and taken once", async () => {
  const signature = await sign();
  const statuses = await Promise.all(Array.from({ length: 10 }, () => send(signature)));
  expect(statuses).toEqual(Array.from({ length: 10 }, () => 200));
  expect(await events()).toHaveLength(1);
  expect(await jobs()).toHaveLength(1);
});

test("many events of one payer make one sync", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  await money.payByCard(await pageFor(money, bem));
  await money.standIn.settled();
  const syncs = (await jobs()).filter(
    ({ name, payload: told }) => name === "billing.sync" && told.includes("payerId"),
  );
  expect(syncs).toHaveLength(1);
  expect((await events()).length).toBeGreaterThan(5);
});

test("Invariant 1: an event for an unknown customer is parked and retried, never dropped", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  money.standIn.holdEvents();
  await money.payByCard(await pageFor(money, bem));
  const payer = await money.db.selectFrom("payers").selectAll().executeTakeFirstOrThrow();
  // What a backup from before the checkout knows.
  for (const table of ["checkouts", "stripeCustomers", "payers"] as const)
    await money.db.deleteFrom(table).execute();
  await money.standIn.releaseEvents();
  await money.settle();
  expect((await ledgerOf(money.db, bem)).terms).toEqual([]);
  const parked = (await jobs()).filter(
    ({ name, finishedAt }) => name === "billing.sync" && finishedAt === null,
  );
  expect(parked.length).toBeGreaterThan(0);
  expect(parked.every(({ failedAt, lastError }) => failedAt === null && lastError)).toBe(true);
  await money.db.insertInto("payers").values(payer).execute();
  await money.clock.moveTo(money.now().add({ hours: 1 }));
  await money.settle();
  expect((await ledgerOf(money.db, bem)).terms).toHaveLength(1);
  expect((await events()).filter(({ payerId, customerId }) => customerId && !payerId)).toEqual([]);
});

test("an event parked until its job gave up is taken up again by the night", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  money.standIn.holdEvents();
  await money.payByCard(await pageFor(money, bem));
  const payer = await money.db.selectFrom("payers").selectAll().executeTakeFirstOrThrow();
  for (const table of ["checkouts", "stripeCustomers", "payers"] as const)
    await money.db.deleteFrom(table).execute();
  await money.standIn.releaseEvents();
  for (let hour = 0; hour < 24; hour += 1) {
    await money.clock.moveTo(money.now().add({ hours: 6 }));
    await money.drain();
  }
  expect(
    (await jobs()).filter(({ name, failedAt }) => name === "billing.sync" && failedAt),
  ).not.toEqual([]);
  await money.db.insertInto("payers").values(payer).execute();
  await reconcile(money.world, null, money.now());
  await money.settle();
  expect((await ledgerOf(money.db, bem)).terms).toHaveLength(1);
});

test("a kill between the webhook's 200 and the sync loses nothing", async () => {
  const folder = mkdtempSync(join(tmpdir(), "billing-"));
  const [before, after] = [join(folder, "before.sqlite"), join(folder, "after.sqlite")];
  const journal = join(folder, "stripe.jsonl");
  const opened = openDatabase(before);
  await migrateToLatest(opened);
  const killed = await startMoney({ opened, standIn: { journal } });
  const bem = await applicant(killed.db, "Bem Adeyemi");
  await killed.payByCard(await pageFor(killed, bem));
  await killed.standIn.settled();
  expect(killed.standIn.events().map(({ delivery }) => delivery.lastStatus)).not.toContain(null);
  expect((await ledgerOf(killed.db, bem)).terms).toEqual([]);
  for (const part of ["", "-wal"]) copyFileSync(before + part, after + part); // what the disk holds
  await killed.stop();
  const started = await startMoney({ opened: openDatabase(after), standIn: { journal } });
  await started.settle();
  expect((await ledgerOf(started.db, bem)).terms).toHaveLength(1);
  await started.stop();
  rmSync(folder, { recursive: true });
});

test("a webhook that never came is made up for by the night's reconciliation, which says what differed", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  money.standIn.holdEvents();
  await money.payByCard(await pageFor(money, bem));
  await money.drain();
  expect((await ledgerOf(money.db, bem)).terms).toEqual([]);
  await reconcile(money.world, null, money.now());
  await money.drain();
  expect((await ledgerOf(money.db, bem)).terms).toHaveLength(1);
  expect(await mailsTo(money.db, bem)).toContain("billing.receipt");
  const [finding] = await money.db.selectFrom("reconciliationFindings").selectAll().execute();
  expect(finding?.words).toContain("Invoice 1 is new");
  const [run] = await money.db.selectFrom("reconciliations").selectAll().execute();
  expect(run).toMatchObject({ payersChecked: 1, finishedAt: money.now().toString() });
  await reconcile(money.world, null, money.now());
  await money.drain();
  expect(await money.db.selectFrom("reconciliationFindings").selectAll().execute()).toHaveLength(1);
});

test("while Stripe does not answer the sync waits, and then goes on where it was", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  await money.payByCard(await pageFor(money, bem));
  await money.standIn.settled();
  await money.whileUnreachable(() => money.drain());
  expect((await ledgerOf(money.db, bem)).terms).toEqual([]);
  await money.clock.moveTo(money.now().add({ minutes: 1 }));
  await money.settle();
  expect((await ledgerOf(money.db, bem)).terms).toHaveLength(1);
});

test("five syncs of one payer at the same moment write everything once", async () => {
  const bem = await applicant(money.db, "Bem Adeyemi");
  money.standIn.holdEvents();
  await money.payByCard(await pageFor(money, bem));
  const { id } = await money.db.selectFrom("payers").select("id").executeTakeFirstOrThrow();
  const runs = await Promise.all(
    Array.from({ length: 5 }, () => syncPayer(money.world, id, money.now())),
  );
  expect(runs.map((differences) => differences.length > 0)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  const { terms, payments } = await ledgerOf(money.db, bem);
  expect([terms.length, payments.length]).toEqual([1, 1]);
});

test("numbers of invoices have no gaps, whoever pays first", async () => {
  const who = await Promise.all(
    ["Bem Adeyemi", "Gwen Parry", "Farah Siddiqui"].map((name) => applicant(money.db, name)),
  );
  const pages = await Promise.all(who.map((one) => pageFor(money, one)));
  await money.payByCard(pages[1] ?? "", "4000 0000 0000 0002");
  await Promise.all([...pages].reverse().map((page) => money.payByCard(page)));
  await money.settle();
  const rows = await money.db.selectFrom("invoices").select("number").orderBy("number").execute();
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
});
