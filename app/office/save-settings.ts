import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { enqueue } from "~/jobs/enqueue";
import type { Db } from "~/schema";
import { putSetting } from "./queries";
import { associationSettings } from "./settings";
import type { SettingsDraft } from "./settings-form";

export const SETTINGS_SUBJECT = { kind: "settings", id: "association" };

/** Saves what differs; history keeps both values. Returns whether anything did. */
export function saveSettings(
  db: Db,
  draft: Partial<SettingsDraft>,
  by: string | null,
  now: Temporal.Instant,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const before: Record<string, unknown> = await associationSettings(trx);
    const changed = Object.entries(draft).filter(([key, value]) => before[key] !== value);
    if (changed.length === 0) return false;
    for (const [key, value] of changed) await putSetting(trx, key, String(value), now.toString());
    const changes = Object.fromEntries(
      changed.map(([key, value]) => [key, { before: String(before[key]), after: String(value) }]),
    );
    const subject = SETTINGS_SUBJECT;
    await record(trx, { actorId: by, act: "office.settingsChanged", subject, changes }, now);
    const uniqueKey = "membership.compareCover";
    if ("graceDays" in changes)
      await enqueue(trx, "membership.compareCover", null, now, { uniqueKey });
    return true;
  });
}
