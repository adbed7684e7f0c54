import type { Db } from "~/schema";

/** What the portal knows about itself: its mode, the demonstration clock, when it was last backed up. */
export async function readFact(db: Db, key: string): Promise<string | undefined> {
  const fact = await db
    .selectFrom("portalFacts")
    .select("value")
    .where("key", "=", key)
    .executeTakeFirst();
  return fact?.value;
}

export async function writeFact(db: Db, key: string, value: string): Promise<void> {
  await db
    .insertInto("portalFacts")
    .values({ key, value })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
    .execute();
}

export async function removeFact(db: Db, key: string): Promise<void> {
  await db.deleteFrom("portalFacts").where("key", "=", key).execute();
}
