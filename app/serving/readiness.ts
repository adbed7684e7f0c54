import { Temporal } from "temporal-polyfill";
import { jobFigures } from "~/jobs/queries/office";
import type { World } from "~/world";
import { lastBackupAt } from "./last-backup";
import { isWritable, lastWebhookAt } from "./queries";

export interface Readiness {
  /** Whether the portal can do its work now. */
  ready: boolean;
  database: boolean;
  queue: { due: number; oldestDueSeconds: number; failed: number };
  mail: boolean;
  lastWebhookAt: string | null;
  lastBackupAt: string | null;
}

/** Work is taken up within seconds: what has waited this long has nobody to do it. */
const LONGEST_WAIT_SECONDS = 15 * 60;
const KEPT_MILLISECONDS = 5_000;
const known = new WeakMap<World, { at: number; readiness: Promise<Readiness> }>();

/** Whether the portal can do its work; anybody may ask, so the answer is kept for five seconds. */
export function readinessOf(world: World): Promise<Readiness> {
  const at = performance.now();
  const kept = known.get(world);
  if (kept && at - kept.at < KEPT_MILLISECONDS) return kept.readiness;
  const readiness = check(world);
  known.set(world, { at, readiness });
  return readiness;
}

async function check(world: World): Promise<Readiness> {
  const { db, clock, transport, environment } = world;
  const database = await isWritable(db, clock.real().toString());
  const { due, oldestDueAt, failed } = await jobFigures(db, clock.now());
  const oldestDueSeconds = oldestDueAt
    ? Math.round(Temporal.Instant.from(oldestDueAt).until(clock.now()).total("seconds"))
    : 0;
  return {
    ready: database && oldestDueSeconds < LONGEST_WAIT_SECONDS,
    database,
    queue: { due, oldestDueSeconds, failed },
    mail: await transport.verify(),
    lastWebhookAt: (await lastWebhookAt(db)) ?? null,
    lastBackupAt: lastBackupAt(environment.dataDirectory) ?? null,
  };
}
