import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { migrateToLatest } from "~/db/migrate";
import { claimMode } from "~/db/mode";
import { openDatabase } from "~/db/open";
import { readEnvironment } from "~/environment";
import { say } from "../say";

/** Brings the database to the newest shape without serving. */
export async function migrate(): Promise<void> {
  const { dataDirectory, mode } = readEnvironment(process.env);
  mkdirSync(dataDirectory, { recursive: true });
  const opened = openDatabase(join(dataDirectory, "portal.sqlite"));
  try {
    const done = await migrateToLatest(opened);
    await claimMode(opened.db, mode);
    say(done.length === 0 ? "The database is up to date." : `Done: ${done.join(", ")}`);
  } finally {
    await opened.db.destroy();
  }
}
