import { writeFact } from "~/db/facts";
import type { Db } from "~/schema";

/** When the last webhook came; undefined where none has. */
export async function lastWebhookAt(db: Db): Promise<string | undefined> {
  const event = await db
    .selectFrom("stripeEvents")
    .select("receivedAt")
    .orderBy("receivedAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return event?.receivedAt;
}

/** Whether the database takes writes: a full disk or a read-only one shows here first. */
export function isWritable(db: Db, at: string): Promise<boolean> {
  return writeFact(db, "lastReadyCheck", at).then(
    () => true,
    () => false,
  );
}

export async function outboxFigures(db: Db) {
  const rows = await db
    .selectFrom("outbox")
    .select(({ fn }) => ["state", fn.countAll<number>().as("count")])
    .where("state", "in", ["waiting", "failed"])
    .groupBy("state")
    .execute();
  const countOf = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
  return { waiting: countOf("waiting"), failed: countOf("failed") };
}
