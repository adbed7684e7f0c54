import { Cron } from "croner";
import { Temporal } from "temporal-polyfill";
import type { JobPayloads } from "~/work";
import type { World } from "~/world";
import { enqueue } from "./enqueue";
import { claimSlot } from "./queries/queue";

/** The kinds of work that need not be told anything. */
export type Plain = {
  [Name in keyof JobPayloads]: JobPayloads[Name] extends null ? Name : never;
}[keyof JobPayloads];

/** Work that comes round by itself: when (cron, UK time) and which job. */
export interface ScheduledJob {
  name: Plain;
  at: string;
}

const ZONE = "Europe/London";

/** When a cron line next comes round; undefined where it never does. */
export function nextRun(at: string, after: Temporal.Instant): Temporal.Instant | undefined {
  const next = new Cron(at, { timezone: ZONE }).nextRun(new Date(after.epochMilliseconds));
  return next ? Temporal.Instant.fromEpochMilliseconds(next.getTime()) : undefined;
}

/** The slots of a schedule after one instant and up to another, oldest first. */
export function slotsBetween(
  schedule: ScheduledJob[],
  after: Temporal.Instant,
  until: Temporal.Instant,
) {
  return schedule
    .flatMap(({ name, at }) => {
      const slots: { name: Plain; slot: Temporal.Instant }[] = [];
      let slot = nextRun(at, after);
      while (slot && Temporal.Instant.compare(slot, until) <= 0) {
        slots.push({ name, slot });
        slot = nextRun(at, slot);
      }
      return slots;
    })
    .sort((a, b) => Temporal.Instant.compare(a.slot, b.slot));
}

/** Queues the job of one slot, once, however many processes try. */
export async function queueSlot(world: World, name: Plain, slot: Temporal.Instant): Promise<void> {
  const now = world.clock.now();
  await world.db.transaction().execute(async (trx) => {
    if (await claimSlot(trx, name, slot.toString(), now))
      await enqueue(trx, name, null, now, { uniqueKey: name });
  });
}
