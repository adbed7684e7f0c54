import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createSessions } from "~/accounts/session-store";
import { createGateway } from "~/billing/gateway";
import { migrateToLatest } from "~/db/migrate";
import { claimMode } from "~/db/mode";
import { openDatabase } from "~/db/open";
import { demonstrationClock } from "~/demo/clock";
import type { Environment } from "~/environment";
import { createBlobStore } from "~/files/blob-store";
import { wallClock } from "~/lib/clock";
import { createCounters } from "~/lib/counters";
import { createLog } from "~/lib/log";
import { createSeal } from "~/lib/seal";
import { mailbox } from "~/mail/mailbox";
import { smtpTransport } from "~/mail/smtp";
import type { World } from "~/world";

/** What a test may hand in instead of the usual. */
export type GivenWorld = Partial<Pick<World, "clock" | "transport" | "log">>;

/** Opens everything that the portal works with. Throws where the database belongs to the other mode. */
export async function createWorld(
  environment: Environment,
  given: GivenWorld = {},
): Promise<World> {
  mkdirSync(environment.dataDirectory, { recursive: true });
  const { db, raw } = openDatabase(join(environment.dataDirectory, "portal.sqlite"));
  await migrateToLatest({ db, raw });
  await claimMode(db, environment.mode);
  const clock =
    given.clock ?? (environment.mode === "live" ? wallClock : await demonstrationClock(db));
  return {
    environment,
    db,
    raw,
    clock,
    log: given.log ?? createLog(environment.logLevel),
    counters: createCounters(),
    sessions: createSessions(db, environment.portalUrl.startsWith("https:")),
    stripe: createGateway(environment.stripe),
    blobs: createBlobStore(join(environment.dataDirectory, "files")),
    seal: createSeal(environment.appSecret),
    transport:
      given.transport ??
      (environment.smtpUrl ? smtpTransport(environment.smtpUrl) : mailbox(db, clock)),
  };
}

/** Closes what holds files open. */
export async function closeWorld(world: World): Promise<void> {
  await world.db.destroy();
}
