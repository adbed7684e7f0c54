import { Temporal } from "temporal-polyfill";
import type { World } from "~/world";
import { queueSlot, type ScheduledJob, slotsBetween } from "./schedule";
import { drainJobs, type JobHandlers } from "./worker";

export interface Worker {
  /** Finishes the job under way, then stops. */
  stop(): Promise<void>;
}

/** Runs a round when nothing else may run: the demonstration does not work while its clock is moved. */
export type InTurn = (round: () => Promise<void>) => Promise<void>;

const PAUSE_MILLISECONDS = 1000;
/** A portal that was switched off makes up for the slots of this long. */
const LOOK_BACK = Temporal.Duration.from({ hours: 36 });

/** Runs due jobs and due slots until told to stop. One worker a process is enough. */
export function startWorker(
  world: World,
  handlers: JobHandlers,
  schedule: ScheduledJob[],
  inTurn: InTurn = (round) => round(),
): Worker {
  let isStopped = false;
  let checkedUntil = world.clock.now().subtract(LOOK_BACK);
  let wake = () => {};

  async function round() {
    const now = world.clock.now();
    for (const { name, slot } of slotsBetween(schedule, checkedUntil, now))
      await queueSlot(world, name, slot);
    checkedUntil = now;
    await drainJobs(world, handlers, () => isStopped);
  }

  async function work() {
    while (!isStopped) {
      await inTurn(round).catch((error) => world.log.error({ err: error }, "worker round failed"));
      if (!isStopped)
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, PAUSE_MILLISECONDS);
        });
    }
  }

  const working = work();
  return {
    async stop() {
      isStopped = true;
      wake();
      await working;
    },
  };
}
