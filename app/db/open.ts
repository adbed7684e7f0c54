import Database from "better-sqlite3";
import { CamelCasePlugin, Kysely } from "kysely";
import type { Db, Schema } from "~/schema";
import { PortalDialect, remembering } from "./dialect";

export interface OpenDatabase {
  db: Db;
  /** The handle behind Kysely, for backup and checks alone: nothing else may write through it. */
  raw: Database.Database;
}

/** Opens the one writing connection of this process. `:memory:` makes a database that is gone when it closes. */
export function openDatabase(path: string | Buffer): OpenDatabase {
  const raw = new Database(path);
  raw.pragma("journal_mode = WAL");
  raw.pragma("synchronous = FULL"); // better-sqlite3's own default may lose a commit when the power fails
  raw.pragma("foreign_keys = ON");
  raw.pragma("busy_timeout = 3000");
  const db = new Kysely<Schema>({
    dialect: new PortalDialect({ database: remembering(raw) }),
    plugins: [new CamelCasePlugin()],
  });
  return { db, raw };
}
