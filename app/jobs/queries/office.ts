import type { Temporal } from "temporal-polyfill";
import type { Db, Trx } from "~/schema";

const SHOWN = [
  "id",
  "name",
  "runAt",
  "attempts",
  "lastError",
  "createdAt",
  "finishedAt",
  "failedAt",
] as const;

/** Jobs that nobody tries again by themselves, the latest first. What they were told is not read. */
export function failedJobs(db: Db, most = 50) {
  return db
    .selectFrom("jobs")
    .select(SHOWN)
    .where("failedAt", "is not", null)
    .orderBy("failedAt", "desc")
    .orderBy("id")
    .limit(most)
    .execute();
}

/** Jobs that wait or run, the next first. */
export function unfinishedJobs(db: Db, most = 50) {
  return db
    .selectFrom("jobs")
    .select([...SHOWN, "lockedUntil"])
    .where("finishedAt", "is", null)
    .where("failedAt", "is", null)
    .orderBy("runAt")
    .orderBy("id")
    .limit(most)
    .execute();
}

/** When each scheduled kind of work was last claimed. */
export async function lastSlots(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("jobSlots")
    .select(({ fn }) => ["name", fn.max("slot").as("slot")])
    .groupBy("name")
    .execute();
  return new Map(rows.map(({ name, slot }) => [name, slot]));
}

/** What has been due for how long, for readiness and the office's first screen. */
export async function jobFigures(db: Db, now: Temporal.Instant) {
  const due = await db
    .selectFrom("jobs")
    .select(({ fn }) => [fn.countAll<number>().as("count"), fn.min("runAt").as("oldest")])
    .where("finishedAt", "is", null)
    .where("failedAt", "is", null)
    .where("runAt", "<=", now.toString())
    .executeTakeFirstOrThrow();
  const failed = await db
    .selectFrom("jobs")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("failedAt", "is not", null)
    .executeTakeFirstOrThrow();
  return { due: due.count, oldestDueAt: due.oldest as string | null, failed: failed.count };
}

export function failedJob(trx: Trx, id: string) {
  return trx
    .selectFrom("jobs")
    .select([...SHOWN, "uniqueKey"])
    .where("id", "=", id)
    .where("failedAt", "is not", null)
    .executeTakeFirst();
}

export async function isKeyWaiting(trx: Trx, uniqueKey: string): Promise<boolean> {
  const waiting = await trx
    .selectFrom("jobs")
    .select("id")
    .where("uniqueKey", "=", uniqueKey)
    .where("finishedAt", "is", null)
    .where("failedAt", "is", null)
    .executeTakeFirst();
  return waiting !== undefined;
}

export async function startJobAnew(trx: Trx, id: string, now: string): Promise<void> {
  await trx
    .updateTable("jobs")
    .set({ failedAt: null, attempts: 0, runAt: now })
    .where("id", "=", id)
    .execute();
}

/** Closes a failed job whose work another one does already. */
export async function closeFailedJob(trx: Trx, id: string, now: string): Promise<void> {
  await trx
    .updateTable("jobs")
    .set({ failedAt: null, finishedAt: now })
    .where("id", "=", id)
    .execute();
}
