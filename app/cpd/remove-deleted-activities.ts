import type { JobHandler } from "~/jobs/worker";
import { DAYS_TO_RESTORE } from "./delete-activity";
import { removeActivitiesDeletedBefore } from "./queries/activities";

const AT_ONCE = 100;

/** Deletes for good what nobody has brought back in time. */
export const removeDeletedActivities: JobHandler<null> = async ({ db }, _payload, now) => {
  const before = now.subtract({ hours: 24 * DAYS_TO_RESTORE }).toString();
  let removed: bigint;
  do {
    const result = await db
      .transaction()
      .execute((trx) => removeActivitiesDeletedBefore(trx, before, AT_ONCE));
    removed = result.numDeletedRows;
  } while (removed === BigInt(AT_ONCE));
};
