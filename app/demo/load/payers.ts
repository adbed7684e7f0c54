import type { Temporal } from "temporal-polyfill";
import { ensureStripePrice } from "~/billing/ensure-price";
import { metadataOf } from "~/billing/gateway/reading";
import { ensurePayer, insertCustomer } from "~/billing/queries/payers";
import { syncPayer } from "~/billing/sync/sync-payer";
import type { CivilDate, Interval } from "~/lib/civil-date";
import { priceToSell } from "~/membership/price-to-sell";
import { allGrades, pricesOfGrade } from "~/membership/queries/grades";
import type { GradePrice } from "~/membership/tables";
import type { World } from "~/world";
import { demonstrationOf } from "../only-here";
import { lateMorning } from "./people";

/** Test numbers of the stand-in: what becomes of the first payment and of those after it. */
const CARDS = { good: "4242424242424242", failsOnRenewal: "4000000000000341" };
const GOOD_ACCOUNT = "00012345";

/** A subscription to be made in the past. */
export interface PastSubscription {
  personId: string;
  name: string;
  email: string;
  applicationId: string;
  priceId: string;
  stripePriceId: string;
  startedOn: CivilDate;
  /** The exact moment, where it is today. */
  startedAt?: Temporal.Instant;
  pays: "card" | "failingCard" | "debit";
}

/** Our prices by grade's name and rhythm, each known to the stand-in. */
export async function pricesAtStandIn(world: World) {
  const found = new Map<string, { price: GradePrice; stripePriceId: string }>();
  for (const grade of await allGrades(world.db))
    for (const price of await pricesOfGrade(world.db, grade.id)) {
      const stripePriceId = await ensureStripePrice(world, priceToSell(price, grade.name));
      found.set(`${grade.name} ${price.interval}`, { price, stripePriceId });
    }
  return (gradeName: string, interval: Interval) => {
    const price = found.get(`${gradeName} ${interval}`) ?? found.get(`${gradeName} year`);
    if (!price) throw new Error(`There is no price for ${gradeName}`);
    return price;
  };
}

/** Makes the subscriptions where they began and lets the stand-in live them to the present. */
export async function subscribeInThePast(world: World, subscriptions: PastSubscription[]) {
  const payers = await world.db.transaction().execute(async (trx) => {
    const ids: string[] = [];
    for (const { personId } of subscriptions) ids.push(await ensurePayer(trx, personId));
    return ids;
  });
  const customers = demonstrationOf(world).standIn.seed((door) =>
    subscriptions.map((subscription, position) => {
      const { startedOn, startedAt, name, email, applicationId, priceId, pays } = subscription;
      const at = startedAt ?? lateMorning(startedOn);
      const method =
        pays === "debit"
          ? { accountNumber: GOOD_ACCOUNT }
          : { card: pays === "card" ? CARDS.good : CARDS.failsOnRenewal };
      const payerId = payers[position] ?? "";
      const customer = door.customer(at, { name, email, metadata: { payerId }, method });
      const reference = {
        checkoutId: null,
        subjectKind: "application",
        subjectId: applicationId,
        priceId,
      } as const;
      const metadata = metadataOf(reference) as Record<string, string>;
      door.subscription(at, { customer: customer.id, price: subscription.stripePriceId, metadata });
      return customer.id;
    }),
  );
  await world.db.transaction().execute(async (trx) => {
    for (const [position, customerId] of customers.entries())
      await insertCustomer(trx, customerId, payers[position] ?? "", world.clock.now().toString());
  });
  return payers;
}

/** Takes in what the stand-in holds of each payer, as a sync after a webhook would. */
export async function syncPayers(world: World, payers: string[], say: (done: number) => void) {
  for (const [position, payerId] of payers.entries()) {
    await syncPayer(world, payerId, world.clock.now());
    if (position % 100 === 99) say(position + 1);
  }
}
