import { Temporal } from "temporal-polyfill";
import type { World } from "~/world";
import { finishJob, giveUpJob, lockNextJob, postponeJob } from "./queries";

/** What a kind of work does. It must be safe to run again from the start. */
export type JobHandler<Payload> = (
  world: World,
  payload: Payload,
  now: Temporal.Instant,
) => Promise<void>;
export type JobHandlers = { readonly [name: string]: JobHandler<never> };

const LOCK = Temporal.Duration.from({ minutes: 10 });
const MOST_ATTEMPTS = 12;

/** Waits 10 s, 20 s, 40 s … up to 6 hours between attempts. */
export const delayAfter = (attempts: number): Temporal.Duration =>
  Temporal.Duration.from({ seconds: Math.min(10 * 2 ** (attempts - 1), 21_600) });

/** Runs one due job; false where none is due. */
export async function runNextJob(world: World, handlers: JobHandlers): Promise<boolean> {
  const now = world.clock.now();
  const job = await lockNextJob(world.db, now, now.add(LOCK));
  if (!job) return false;
  try {
    const handler = handlers[job.name];
    if (!handler) throw new Error(`No handler for the job ${job.name}`);
    await handler(world, JSON.parse(job.payload) as never, now);
    await world.db.transaction().execute((trx) => finishJob(trx, job.id, world.clock.now()));
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    world.log.warn(
      { job: job.name, id: job.id, attempts: job.attempts, error: words },
      "job failed",
    );
    const failedAt = world.clock.now();
    if (job.attempts >= MOST_ATTEMPTS) await giveUpJob(world.db, job.id, failedAt, words);
    else await postponeJob(world.db, job.id, failedAt.add(delayAfter(job.attempts)), words);
  }
  return true;
}

/** Runs everything that is due, also what the jobs themselves queue. Returns how many ran. */
export async function drainJobs(
  world: World,
  handlers: JobHandlers,
  isStopped: () => boolean = () => false,
): Promise<number> {
  let count = 0;
  while (!isStopped() && (await runNextJob(world, handlers))) count += 1;
  return count;
}
