import type { Database } from "better-sqlite3";
import { type Migration, Migrator } from "kysely";
import type { Db } from "~/schema";

const files = import.meta.glob<Migration>("/migrations/*.ts", { eager: true });

const migrations = Object.fromEntries(
  Object.entries(files).map(([path, migration]) => [
    path.replace(/^.*\/|\.ts$/g, ""),
    { up: migration.up },
  ]),
);

/** Brings the database to the newest shape; throws where a migration fails, and names it. */
export async function migrateToLatest({ db, raw }: { db: Db; raw: Database }): Promise<string[]> {
  const migrator = new Migrator({
    db: db.withoutPlugins(),
    provider: { getMigrations: async () => migrations },
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  const failed = results.find((result) => result.status === "Error");
  if (error) throw new Error(`Migration ${failed?.migrationName ?? ""} failed`, { cause: error });
  keepHistoryAppendOnly(raw);
  return results.map((result) => result.migrationName);
}

/** Triggers are SQLite's own dialect, so they stand here and not in a migration. */
function keepHistoryAppendOnly(raw: Database): void {
  for (const verb of ["update", "delete"]) {
    raw.exec(`create trigger if not exists history_without_${verb} before ${verb} on history
      begin select raise(abort, 'history is append-only'); end`);
  }
}
