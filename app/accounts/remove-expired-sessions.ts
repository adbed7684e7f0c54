import type { World } from "~/world";

/** Sessions run on the wall's time, also where the portal's clock was moved. */
export async function removeExpiredSessions(world: World): Promise<void> {
  await world.sessions.deleteExpiredSessions();
}
