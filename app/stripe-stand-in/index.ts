import express from "express";
import type { Temporal } from "temporal-polyfill";
import { secondsAt } from "./clockwork/calendar";
import { advance } from "./clockwork/clockwork";
import { hostedPages } from "./hosted/router";
import { api } from "./http/api";
import { newestFirst } from "./http/lists";
import { revokeMandate } from "./methods/mandates";
import type { StandIn, StandInOptions } from "./options";
import { closeDispute, raiseDispute } from "./payments/disputes";
import { endpoints } from "./resources/endpoints";
import { seedOf } from "./seed";
import { type Kind, kindOfId, prefixes } from "./store/ids";
import { Store } from "./store/store";
import { Deliveries } from "./webhooks/delivery";
import { World } from "./world";

export type { EventWithDelivery, ReleaseOrder, StandIn, StandInOptions } from "./options";
export type {
  Seed,
  SeedCustomer,
  SeedDoor,
  SeedInvoice,
  SeedMethod,
  SeedSubscription,
} from "./seed";

/** A Stripe of one's own: same wire format, hosted checkout and signed webhooks, and no money. */
export function createStandIn(options: StandInOptions): StandIn {
  const store = new Store(options.journal);
  const deliveries = new Deliveries();
  const world = new World(options, store, (event) => deliveries.announce(event));
  deliveries.attach(world);
  const router = express.Router();
  router.use("/v1", api(world, endpoints));
  router.use("/stripe-stand-in", hostedPages(world));
  // Two jumps of the clock at once would each take the other's time away.
  let advancing: Promise<void> = Promise.resolve();
  const committed = <T>(work: () => T): T => {
    const result = work();
    store.commit();
    return result;
  };
  return {
    router,
    advanceTo: (instant: Temporal.Instant) => {
      const turn = advancing.then(() =>
        advance(world, secondsAt(instant), () => deliveries.settled()),
      );
      advancing = turn.catch(() => undefined);
      return turn;
    },
    objects: ((kind?: Kind) => objectsOf(store, kind)) as StandIn["objects"],
    object: (id) => {
      const kind = kindOfId(id);
      return kind && store.get(kind, id);
    },
    events: () =>
      store.all("event").map((event) => ({ event, delivery: store.need("delivery", event.id) })),
    deliverEvent: (id) => deliveries.deliver(id),
    duplicateEvent: (id) => deliveries.duplicate(id),
    holdEvents: () => committed(() => deliveries.hold()),
    releaseEvents: (order) => deliveries.release(order),
    failNextDelivery: (times = 1) => committed(() => deliveries.failNext(times)),
    dispute: (charge, reason) => committed(() => raiseDispute(world, charge, reason)),
    closeDispute: (dispute, outcome) => committed(() => closeDispute(world, dispute, outcome)),
    cancelMandate: (method) => committed(() => cancelMandate(world, method)),
    seed: seedOf(world),
    settled: () => deliveries.settled(),
    close: async () => {
      await deliveries.settled();
      store.close();
    },
  };
}

function objectsOf(store: Store, kind: Kind | undefined) {
  const kinds = kind ? [kind] : (Object.keys(prefixes) as Kind[]);
  return newestFirst(kinds.flatMap((one): { id: string }[] => store.all(one)));
}

function cancelMandate(world: World, method: string): void {
  const nature = world.store.need("nature", method);
  if (nature.method === "bacs_debit") revokeMandate(world, nature.mandate);
}
