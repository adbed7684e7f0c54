import type { Temporal } from "temporal-polyfill";
import type { Db } from "~/schema";
import { cpdOverview } from "./overview";
import { ownActivity } from "./queries/activities";
import { recentActivities } from "./queries/lists";

const RECENT = 5;

/** What the CPD page shows: the cycle, the last activities, and what has just been logged. */
export async function cpdHome(
  db: Db,
  { personId, loggedId }: { personId: string; loggedId: string | null },
  now: Temporal.Instant,
) {
  const logged = loggedId ? await ownActivity(db, personId, loggedId) : undefined;
  return {
    overview: await cpdOverview(db, personId, now),
    recent: await recentActivities(db, personId, RECENT),
    logged:
      logged && !logged.deletedAt
        ? {
            id: logged.id,
            title: logged.title,
            minutes: logged.minutes,
            pointsHundredths: logged.pointsHundredths,
          }
        : null,
  };
}
