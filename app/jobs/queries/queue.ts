import { type Insertable, sql, type Updateable } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Db, Trx } from "~/schema";
import type { JobsTable } from "../tables";

/**
 * A job with the same unfinished key is not queued twice: the waiting one comes as early as either was
 * asked for; the running one is marked to run once more.
 */
export async function insertJob(trx: Trx, job: Insertable<JobsTable>): Promise<void> {
  await trx
    .insertInto("jobs")
    .values(job)
    .onConflict((conflict) =>
      conflict
        .column("uniqueKey")
        .where("finishedAt", "is", null)
        .where("failedAt", "is", null)
        .doUpdateSet({
          isDirty: sql`case when jobs.locked_until is null then 0 else 1 end`,
          runAt: sql`case when jobs.locked_until is null and excluded.run_at < jobs.run_at
            then excluded.run_at else jobs.run_at end`,
        }),
    )
    .execute();
}

/** Takes the next due job for `lockedUntil`; a job whose worker died is due again when its lock ends. */
export function lockNextJob(db: Db, now: Temporal.Instant, lockedUntil: Temporal.Instant) {
  return db
    .updateTable("jobs")
    .set((eb) => ({
      lockedUntil: lockedUntil.toString(),
      isDirty: 0,
      attempts: eb("attempts", "+", 1),
    }))
    .where("id", "=", (eb) =>
      eb
        .selectFrom("jobs")
        .select("id")
        .where("finishedAt", "is", null)
        .where("failedAt", "is", null)
        .where("runAt", "<=", now.toString())
        .where((or) =>
          or.or([or("lockedUntil", "is", null), or("lockedUntil", "<=", now.toString())]),
        )
        .orderBy("runAt")
        .orderBy("id")
        .limit(1),
    )
    .returningAll()
    .executeTakeFirst();
}

/** A job as its worker took it: whoever takes it after the lock has ended has another `lockedUntil`. */
export type LockedJob = NonNullable<Awaited<ReturnType<typeof lockNextJob>>>;

/** Finishes a job, or makes it due again where it was asked for meanwhile. */
export async function finishJob(trx: Trx, job: LockedJob, now: Temporal.Instant): Promise<void> {
  const outcome = (await isAskedForAgain(trx, job))
    ? { isDirty: 0, attempts: 0, runAt: now.toString(), lockedUntil: null }
    : { finishedAt: now.toString(), lockedUntil: null, lastError: null };
  await updateLocked(trx, job, outcome);
}

/** Whether the same work was asked for while the job was under way. */
export async function isAskedForAgain(trx: Trx, job: LockedJob): Promise<boolean> {
  const mine = await trx
    .selectFrom("jobs")
    .select("isDirty")
    .where("id", "=", job.id)
    .where("lockedUntil", "=", job.lockedUntil)
    .executeTakeFirst();
  return mine?.isDirty === 1;
}

const updateLocked = (trx: Trx, job: LockedJob, change: Updateable<JobsTable>) =>
  trx
    .updateTable("jobs")
    .set(change)
    .where("id", "=", job.id)
    .where("lockedUntil", "=", job.lockedUntil)
    .execute();

export async function postponeJob(
  trx: Trx,
  job: LockedJob,
  again: { runAt: string; attempts: number; lastError: string },
): Promise<void> {
  await updateLocked(trx, job, { ...again, isDirty: 0, lockedUntil: null });
}

export async function giveUpJob(
  trx: Trx,
  job: LockedJob,
  now: Temporal.Instant,
  lastError: string,
): Promise<void> {
  await updateLocked(trx, job, { failedAt: now.toString(), lockedUntil: null, lastError });
}

/** Claims a slot of the schedule; false where another process or an earlier run has it. */
export async function claimSlot(
  trx: Trx,
  name: string,
  slot: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("jobSlots")
    .values({ name, slot, claimedAt: now.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Forgets up to `most` finished jobs; returns how many. */
export async function deleteFinishedJobs(db: Db, before: string, most: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("jobs")
    .where("id", "in", (eb) =>
      eb.selectFrom("jobs").select("id").where("finishedAt", "<", before).limit(most),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Keeps the newest slot of each kind, which says when the work last came round. */
export async function deleteOldSlots(db: Db, before: string): Promise<void> {
  await db
    .deleteFrom("jobSlots")
    .where("slot", "<", before)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("jobSlots as later")
          .select("later.slot")
          .whereRef("later.name", "=", "jobSlots.name")
          .whereRef("later.slot", ">", "jobSlots.slot"),
      ),
    )
    .execute();
}
