import type { Database } from "better-sqlite3";
import type { Sessions } from "./accounts/session-store";
import type { StripeGateway } from "./billing/gateway";
import type { Demonstration } from "./demo/demonstration";
import type { Environment } from "./environment";
import type { BlobStore } from "./files/blob-store";
import type { Clock } from "./lib/clock";
import type { Counters } from "./lib/counters";
import type { Log } from "./lib/log";
import type { Seal } from "./lib/seal";
import type { Transport } from "./mail/transport";
import type { Db } from "./schema";

/** Everything outside the code that it works with: handed in, so that tests and the demonstration hand in their own. */
export interface World {
  environment: Environment;
  db: Db;
  /** For backup and readiness alone. */
  raw: Database;
  clock: Clock;
  log: Log;
  counters: Counters;
  sessions: Sessions;
  stripe: StripeGateway;
  blobs: BlobStore;
  seal: Seal;
  transport: Transport;
  /** Absent in live mode. */
  demonstration?: Demonstration;
}
