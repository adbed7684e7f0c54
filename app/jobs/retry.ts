import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { err, ok, type Result } from "~/lib/result";
import type { Db } from "~/schema";
import { closeFailedJob, failedJob, isKeyWaiting, startJobAnew } from "./queries/office";

/** Starts a job anew that was given up. Where the same work waits already, the failed job is closed. */
export function retryJob(
  db: Db,
  jobId: string,
  by: string,
  now: Temporal.Instant,
): Promise<Result<null, { reason: "notFailed" }>> {
  return db.transaction().execute(async (trx) => {
    const job = await failedJob(trx, jobId);
    if (!job) return err({ reason: "notFailed" });
    const isDoneByAnother = job.uniqueKey !== null && (await isKeyWaiting(trx, job.uniqueKey));
    const again = isDoneByAnother ? closeFailedJob : startJobAnew;
    await again(trx, jobId, now.toString());
    const entry = { actorId: by, act: "jobs.startedAnew", subject: { kind: "job", id: jobId } };
    await record(trx, entry, now);
    return ok(null);
  });
}
