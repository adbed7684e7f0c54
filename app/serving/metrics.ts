import { statSync } from "node:fs";
import { join } from "node:path";
import { jobFigures } from "~/jobs/queries/office";
import type { World } from "~/world";
import { outboxFigures } from "./queries";

/** What is counted and measured, as Prometheus reads it: numbers of things, never whose they are. */
export async function metricsText(world: World): Promise<string> {
  const { db, clock, counters, environment } = world;
  const jobs = await jobFigures(db, clock.now());
  const outbox = await outboxFigures(db);
  const gauges = {
    portal_jobs_due: jobs.due,
    portal_jobs_failed: jobs.failed,
    portal_mails_waiting: outbox.waiting,
    portal_mails_failed: outbox.failed,
    portal_memory_bytes: process.memoryUsage.rss(),
    portal_uptime_seconds: Math.round(process.uptime()),
    portal_database_bytes: sizeOf(join(environment.dataDirectory, "portal.sqlite")),
    portal_write_ahead_log_bytes: sizeOf(join(environment.dataDirectory, "portal.sqlite-wal")),
  };
  const counts = Object.entries(counters.all()).map(([name, count]) => [
    `portal_${name}_total`,
    count,
  ]);
  return [
    ...Object.entries(gauges).map(([name, value]) => `# TYPE ${name} gauge\n${name} ${value}`),
    ...counts.map(([name, value]) => `# TYPE ${name} counter\n${name} ${value}`),
    "",
  ].join("\n");
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
