import { migrateToLatest } from "~/db/migrate";
import { openDatabase } from "~/db/open";
import type { Db } from "~/schema";

let template: Buffer | undefined;

/** A migrated database in memory: migrated once for each worker, then copied. */
export async function emptyDatabase(): Promise<Db> {
  if (!template) {
    const opened = openDatabase(":memory:");
    await migrateToLatest(opened);
    template = opened.raw.serialize();
    await opened.db.destroy();
  }
  return openDatabase(template).db;
}
