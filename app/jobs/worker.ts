import { setImmediate as otherRequests } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import { errorInWords } from "~/lib/error-words";
import type { World } from "~/world";
import {
  finishJob,
  giveUpJob,
  isAskedForAgain,
  type LockedJob,
  lockNextJob,
  postponeJob,
} from "./queries/queue";

/** What a kind of work does. It must be safe to run again from the start. */
export type JobHandler<Payload> = (
  world: World,
  payload: Payload,
  now: Temporal.Instant,
) => Promise<void>;
export type JobHandlers = { readonly [name: string]: JobHandler<never> };

const LOCK = Temporal.Duration.from({ minutes: 10 });
/** Shorter than the lock, so that nobody else has the job while it is still under way here. */
const LONGEST_RUN = Temporal.Duration.from({ minutes: 9 });
const MOST_ATTEMPTS = 20;

/** Waits 10 s, 20 s, 40 s … up to 6 hours between attempts. */
export const delayAfter = (attempts: number): Temporal.Duration =>
  Temporal.Duration.from({ seconds: Math.min(10 * 2 ** (attempts - 1), 21_600) });

/** Runs one due job; false where none is due. */
export async function runNextJob(
  world: World,
  handlers: JobHandlers,
  longestRun: Temporal.Duration = LONGEST_RUN,
): Promise<boolean> {
  const now = world.clock.now();
  const job = await lockNextJob(world.db, now, now.add(LOCK));
  if (!job) return false;
  try {
    if (job.attempts > MOST_ATTEMPTS)
      throw new Error(job.lastError ?? "The portal ended each time");
    await within(longestRun, run(world, handlers, job, now));
    await world.db.transaction().execute((trx) => finishJob(trx, job, world.clock.now()));
  } catch (error) {
    await putBack(world, job, errorInWords(error));
  }
  return true;
}

async function run(world: World, handlers: JobHandlers, job: LockedJob, now: Temporal.Instant) {
  const handler = handlers[job.name];
  if (!handler) throw new Error(`No handler for the job ${job.name}`);
  await handler(world, JSON.parse(job.payload) as never, now);
}

/**
 * Tried again later, or given up: an administrator sees it and can start it anew. What was asked for meanwhile is new work:
 * its attempts count from the first.
 */
async function putBack({ db, clock, log, counters }: World, job: LockedJob, error: string) {
  const { id, name } = job;
  const failedAt = clock.now();
  const { attempts, isLast } = await db.transaction().execute(async (trx) => {
    const attempts = (await isAskedForAgain(trx, job)) ? 1 : job.attempts;
    const isLast = attempts >= MOST_ATTEMPTS;
    if (isLast) await giveUpJob(trx, job, failedAt, error);
    else {
      const runAt = failedAt.add(delayAfter(attempts));
      await postponeJob(trx, job, { runAt: runAt.toString(), attempts, lastError: error });
    }
    return { attempts, isLast };
  });
  log[isLast ? "error" : "warn"]({ job: name, id, attempts, error }, "job failed");
  counters.add(isLast ? "jobs_given_up" : "jobs_postponed");
}

/** Work that never ends must not keep all other work waiting. */
function within(longest: Temporal.Duration, work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const minutes = longest.total("minutes");
    const giveUp = () => reject(new Error(`It did not end within ${minutes} minutes`));
    const timer = setTimeout(giveUp, longest.total("milliseconds"));
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Runs everything that is due, also what the jobs themselves queue. Returns how many ran. */
export async function drainJobs(
  world: World,
  handlers: JobHandlers,
  isStopped: () => boolean = () => false,
): Promise<number> {
  let count = 0;
  while (!isStopped() && (await runNextJob(world, handlers))) {
    count += 1;
    await otherRequests(); // the database answers at once: without this, pages would wait for the last job
  }
  return count;
}
