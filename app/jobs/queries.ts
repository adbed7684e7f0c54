import { type Insertable, sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Db, Trx } from "~/schema";
import type { JobsTable } from "./tables";

/** A job with the same unfinished key is not queued twice: the waiting one is marked to run once more. */
export async function insertJob(trx: Trx, job: Insertable<JobsTable>): Promise<void> {
  await trx
    .insertInto("jobs")
    .values(job)
    .onConflict((conflict) =>
      conflict
        .column("uniqueKey")
        .where("finishedAt", "is", null)
        .where("failedAt", "is", null)
        .doUpdateSet({ isDirty: sql`case when jobs.locked_until is null then 0 else 1 end` }),
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

/** Finishes a job, or makes it due again where it was asked for meanwhile. */
export async function finishJob(trx: Trx, id: string, now: Temporal.Instant): Promise<void> {
  const { isDirty } = await trx
    .selectFrom("jobs")
    .select("isDirty")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const outcome = isDirty
    ? { isDirty: 0, attempts: 0, runAt: now.toString(), lockedUntil: null }
    : { finishedAt: now.toString(), lockedUntil: null, lastError: null };
  await trx.updateTable("jobs").set(outcome).where("id", "=", id).execute();
}

export async function postponeJob(
  db: Db,
  id: string,
  runAt: Temporal.Instant,
  error: string,
): Promise<void> {
  await db
    .updateTable("jobs")
    .set({ runAt: runAt.toString(), lockedUntil: null, lastError: error })
    .where("id", "=", id)
    .execute();
}

export async function giveUpJob(
  db: Db,
  id: string,
  now: Temporal.Instant,
  error: string,
): Promise<void> {
  await db
    .updateTable("jobs")
    .set({ failedAt: now.toString(), lockedUntil: null, lastError: error })
    .where("id", "=", id)
    .execute();
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
