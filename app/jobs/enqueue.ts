import type { Temporal } from "temporal-polyfill";
import { newId } from "~/lib/id";
import type { Trx } from "~/schema";
import type { JobPayloads } from "~/work";
import { insertJob } from "./queries/queue";

export interface EnqueueOptions {
  /** When it is due; now where absent. */
  runAt?: Temporal.Instant;
  /** At most one unfinished job of a key; asking again while it runs makes it run once more. */
  uniqueKey?: string;
}

/** Queues work as a row of the act's own transaction, so that neither is lost without the other. */
export async function enqueue<Name extends keyof JobPayloads>(
  trx: Trx,
  name: Name,
  payload: JobPayloads[Name],
  now: Temporal.Instant,
  { runAt = now, uniqueKey }: EnqueueOptions = {},
): Promise<void> {
  await insertJob(trx, {
    id: newId(),
    name,
    payload: JSON.stringify(payload),
    uniqueKey: uniqueKey ?? null,
    runAt: runAt.toString(),
    lockedUntil: null,
    lastError: null,
    createdAt: now.toString(),
    finishedAt: null,
    failedAt: null,
  });
}
