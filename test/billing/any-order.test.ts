import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { reconcile } from "~/billing/work/reconcile";
import { civilDateOf } from "~/lib/civil-date";
import { personStanding } from "~/membership/person-standing";
import { startMoney, type TestMoney } from "../support/standin";
import { type Applicant, applicant, ledgerOf, pageFor } from "./paying";

/** What happens at Stripe, while the portal hears nothing of it. */
const STORIES: Record<string, (money: TestMoney, who: Applicant) => Promise<void>> = {
  async "a card that is accepted"(money, who) {
    await money.payByCard(await pageFor(money, who));
  },
  async "a card declined, then a debit that settles"(money, who) {
    const page = await pageFor(money, who);
    await money.payByCard(page, "4000 0000 0000 0002");
    await money.payByDebit(page);
    await pass(money, "2026-11-16T12:00:00Z");
  },
  async "a debit that fails"(money, who) {
    await money.payByDebit(await pageFor(money, who), "22222227");
    await pass(money, "2026-11-13T12:00:00Z");
  },
  async "monthly renewals, the last of which goes back in part"(money, who) {
    await money.payByCard(await pageFor(money, who));
    await pass(money, "2027-01-05T12:00:00Z");
    const charges = money.standIn.objects("charge");
    const intentId = String(charges[0]?.payment_intent);
    await money.world.stripe.refund({ refundId: "made elsewhere", intentId, pence: 100 });
  },
  async "a renewal that fails"(money, who) {
    await money.payByCard(await pageFor(money, who), "4000 0000 0000 0341");
    await pass(money, "2026-12-05T12:00:00Z");
  },
  async "two pages paid in two tabs"(money, who) {
    const first = await pageFor(money, who);
    await money.db.updateTable("checkouts").set({ state: "failed" }).execute();
    const second = await pageFor(money, who);
    await money.payByCard(first);
    await pass(money, "2026-11-03T11:00:00Z");
    await money.payByCard(second);
  },
};

async function pass(money: TestMoney, until: string) {
  await money.clock.moveTo(Temporal.Instant.from(until));
  await money.standIn.advanceTo(money.now());
}

interface Telling {
  /** Which of the events come, by their place in the order of their making; some twice, some never, in any order. */
  places: number[];
  /** Whether the portal works off its jobs after each. */
  works: boolean[];
}

/** Lives a story, tells the portal of it in some order, and says what its books show in the end. */
async function told(story: string, telling: (count: number) => Telling) {
  const money = await startMoney();
  try {
    const who = await applicant(money.db, "Bem Adeyemi", PRICE);
    money.standIn.holdEvents();
    await STORIES[story]?.(money, who);
    const ids = money.standIn.events().map(({ event }) => event.id);
    const { places, works } = telling(ids.length);
    for (const [at, place] of places.entries()) {
      await money.standIn.duplicateEvent(ids[place % ids.length] ?? "");
      if (works[at % works.length]) await money.drain();
    }
    await money.settle();
    await reconcile(money.world, null, money.now());
    await money.settle();
    return await booksOf(money, who);
  } finally {
    await money.stop();
  }
}

const PRICE = { interval: "month", pence: 425 } as const;

/** Ids, and the order in which invoices got their numbers, may differ: what the books say may not. */
async function booksOf(money: TestMoney, who: Applicant) {
  const { lines, payments, refunds, terms } = await ledgerOf(money.db, who);
  const { standing, cover } = await personStanding(
    money.db,
    who.personId,
    civilDateOf(money.now()),
  );
  const plain = (rows: object[], leaveOut: string) =>
    rows.map((row) => JSON.stringify({ ...row, [leaveOut]: undefined })).sort();
  const numbers = await money.db
    .selectFrom("invoices")
    .select("number")
    .orderBy("number")
    .execute();
  return {
    lines: plain(lines, "stripeInvoiceId"),
    payments: plain(payments, "stripePaymentIntentId"),
    refunds: plain(refunds, "stripeId"),
    terms,
    standing,
    coveredUntil: cover?.coveredUntil ?? null,
    numbers: numbers.map(({ number }) => number),
    receipts: await receiptsFor(money, who),
    subscriptions: money.standIn
      .objects("subscription")
      .map(({ status }) => status)
      .sort(),
  };
}

async function receiptsFor({ db }: TestMoney, { personId }: Applicant) {
  const names = ["billing.receipt", "billing.givenBack"];
  const rows = await db
    .selectFrom("outbox")
    .select("emailName")
    .where("personId", "=", personId)
    .where("emailName", "in", names)
    .orderBy("emailName")
    .execute();
  return rows.map(({ emailName }) => emailName);
}

const inOrder = (count: number): Telling => ({
  places: Array.from({ length: count }, (_, place) => place),
  works: [true],
});

const tellings = fc.record({
  places: fc.array(fc.nat(60), { maxLength: 40 }),
  works: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
});

test.each(Object.keys(STORIES))(
  "an event processed 0, 1 or 5 times, in any order, gives the same membership and ledger: %s",
  async (story) => {
    const expected = await told(story, inOrder);
    expect(expected.lines).not.toEqual([]);
    expect(await told(story, () => ({ places: [], works: [true] }))).toEqual(expected);
    const fiveTimes = (count: number): Telling => ({
      places: Array.from({ length: 5 * count }, (_, at) => count - 1 - (at % count)),
      works: [true, false, false],
    });
    expect(await told(story, fiveTimes)).toEqual(expected);
    await fc.assert(
      fc.asyncProperty(tellings, async (telling) => {
        expect(await told(story, () => telling)).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  },
  60_000,
);
