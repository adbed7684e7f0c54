import { addDays, civilDateOf } from "~/lib/civil-date";
import { remove, resign } from "~/membership/end-membership";
import { FOR_LIFE, grantCover } from "~/membership/grant";
import { recordDeath } from "~/membership/record-death";
import { suspend } from "~/membership/suspend";
import type { World } from "~/world";
import type { Story } from "./plans";

interface Told {
  personId: string;
  gradeId: string;
  story: Story;
  /** Who of the office decides. */
  by: string | null;
}

/** Tells the rest of a story, by the acts that the office has for it. */
export async function tellEnding(
  world: World,
  { personId, gradeId, story, by }: Told,
): Promise<void> {
  const now = world.clock.now();
  const today = civilDateOf(now);
  const { db } = world;
  if (story === "resigned")
    await resign(db, { personId, on: addDays(today, -20), reason: "Has left the role", by }, now);
  if (story === "removed")
    await remove(
      db,
      { personId, on: addDays(today, -90), reason: "Decision of the conduct panel", by },
      now,
    );
  if (story === "suspended")
    await suspend(
      db,
      { personId, until: addDays(today, 60), reason: "While a concern is looked into", by },
      now,
    );
  if (story === "died")
    await recordDeath(
      db,
      { personId, diedOn: addDays(today, -40), reason: "Told by a colleague", by },
      now,
    );
  if (story === "honorary")
    await grantCover(
      db,
      {
        personId,
        gradeId,
        kind: "honorary",
        startsOn: addDays(today, -500),
        endsOn: FOR_LIFE,
        reason: "For years of work for the profession",
        by,
      },
      now,
    );
}
