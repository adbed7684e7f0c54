import { join } from "node:path";
import type { Temporal } from "temporal-polyfill";
import type { Environment } from "~/environment";
import type { InTurn } from "~/jobs/run";
import { queueSlot, slotsBetween } from "~/jobs/schedule";
import { drainJobs } from "~/jobs/worker";
import { createStandIn } from "~/stripe-stand-in";
import type { StandIn } from "~/stripe-stand-in/options";
import { handlers, schedule } from "~/work";
import type { World } from "~/world";
import type { MovableClock } from "./clock";
import { createTurns } from "./turns";

/** What only the demonstration has: Stripe's stand-in, and a clock that can be moved. */
export interface Demonstration {
  standIn: StandIn;
  /** Lives through the time until then: every due slot in order, the stand-in's billing in step. */
  moveTo(instant: Temporal.Instant): Promise<void>;
  /** Where the clock is being moved to; undefined while it runs by itself. */
  movingTo(): Temporal.Instant | undefined;
  /** A round of the worker waits until the clock has been moved, and the other way round. */
  inTurn: InTurn;
}

export function createDemonstration(world: World, clock: MovableClock): Demonstration {
  const { environment } = world;
  const standIn = createStandIn({
    now: () => clock.now(),
    secretKey: environment.stripe.secretKey,
    webhookSecret: environment.stripe.webhookSecret,
    webhookUrl: `${localAddress(environment)}/webhooks/stripe`,
    publicOrigin: environment.checkoutOrigins[0] ?? environment.portalUrl,
    journal: join(environment.dataDirectory, "stripe-stand-in.jsonl"),
  });
  const turns = createTurns();
  let target: Temporal.Instant | undefined;
  return {
    standIn,
    movingTo: () => target,
    async moveTo(instant) {
      target = instant;
      try {
        await turns.take(() => liveThrough(world, clock, standIn, instant));
      } finally {
        target = undefined;
      }
    },
    inTurn: (round) =>
      turns.take(async () => {
        await standIn.advanceTo(clock.now());
        await round();
      }),
  };
}

/** The stand-in speaks to this very process, whatever its public address is. */
const localAddress = ({ stripe }: Environment) =>
  `${stripe.protocol}://${stripe.host}:${stripe.port}`;

async function liveThrough(
  world: World,
  clock: MovableClock,
  standIn: StandIn,
  until: Temporal.Instant,
): Promise<void> {
  for (const { name, slot } of slotsBetween(schedule, clock.now(), until)) {
    await arriveAt(slot);
    await queueSlot(world, name, slot);
    await drainJobs(world, handlers);
  }
  await arriveAt(until);

  async function arriveAt(instant: Temporal.Instant) {
    await clock.moveTo(instant);
    await standIn.advanceTo(instant);
    await drainJobs(world, handlers);
  }
}
