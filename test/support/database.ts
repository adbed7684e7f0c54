import { migrateToLatest } from "~/db/migrate";
import { type OpenDatabase, openDatabase } from "~/db/open";
import type { Db } from "~/schema";

let template: Buffer | undefined;

/** A migrated database in memory: migrated once for each worker, then copied. */
export async function emptyDatabase(): Promise<Db> {
  return (await emptyOpenDatabase()).db;
}

/** The same, with the handle behind it, for a test that needs a whole world. */
export async function emptyOpenDatabase(): Promise<OpenDatabase> {
  if (!template) {
    const opened = openDatabase(":memory:");
    await migrateToLatest(opened);
    template = opened.raw.serialize();
    await opened.db.destroy();
  }
  return openDatabase(template);
}
