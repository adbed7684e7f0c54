import type { World } from "~/world";
import { deleteFailuresBefore } from "./queries/failures";
import { deleteLinksExpiredBefore } from "./queries/links";

/** A sign-up that was never confirmed keeps its choice for 30 days; failures are forgotten after a day. */
export async function forgetOldAttempts(world: World): Promise<void> {
  const realNow = world.clock.real();
  await deleteLinksExpiredBefore(world.db, realNow.subtract({ hours: 30 * 24 }).toString());
  await deleteFailuresBefore(world.db, realNow.subtract({ hours: 24 }).toString());
}
