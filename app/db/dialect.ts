import type { Database, Statement } from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type TransactionSettings,
} from "kysely";

/** A deferred transaction that reads and then writes fails at once after another writer: hence immediate. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings = {},
  ): Promise<void> {
    const begin = settings.accessMode === "read only" ? "begin" : "begin immediate";
    await connection.executeQuery(CompiledQuery.raw(begin));
  }
}

export class PortalDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): ImmediateDriver {
    return new ImmediateDriver(this.#config);
  }
}

/** Kysely prepares every statement anew; this keeps the most recent ones prepared. */
export function remembering(raw: Database, most = 500) {
  const kept = new Map<string, Statement>();
  return {
    close: () => raw.close(),
    prepare(sql: string): Statement {
      const known = kept.get(sql);
      if (known) kept.delete(sql);
      const statement = known ?? raw.prepare(sql);
      if (kept.size >= most) kept.delete(kept.keys().next().value ?? "");
      kept.set(sql, statement);
      return statement;
    },
  };
}
