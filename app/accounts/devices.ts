import { record } from "~/history/record";
import { hashOf } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import type { Db, Trx } from "~/schema";
import { agentInWords } from "./agent-in-words";
import { deleteOtherSessionsOf, deleteSessionOf, sessionsOf } from "./queries/sessions";
import type { Moment } from "./sign-up";

export interface Device {
  /** The hash under which its session is kept: it signs nobody in. */
  id: string;
  words: string;
  lastSeenAt: string;
  signedInAt: string;
  isThis: boolean;
}

export async function devicesOf(db: Db, personId: string, sessionId: string): Promise<Device[]> {
  const rows = await sessionsOf(db, personId);
  return rows.map(({ idHash, agent, lastSeenAt, createdAt }) => ({
    id: idHash,
    words: agentInWords(agent),
    lastSeenAt,
    signedInAt: createdAt,
    isThis: idHash === hashOf(sessionId),
  }));
}

/** Signs one of the person's own devices out. */
export function endDevice(
  db: Db,
  personId: string,
  deviceId: string,
  moment: Moment,
): Promise<Result<null, { reason: "gone" }>> {
  return db.transaction().execute(async (trx) => {
    if (!(await deleteSessionOf(trx, personId, deviceId))) return err({ reason: "gone" });
    await noteEnd(trx, personId, "accounts.deviceSignedOut", moment);
    return ok(null);
  });
}

/** Signs every device out except the one that asks. */
export async function endOtherDevices(
  db: Db,
  { personId, sessionId }: { personId: string; sessionId: string },
  moment: Moment,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await deleteOtherSessionsOf(trx, personId, hashOf(sessionId));
    await noteEnd(trx, personId, "accounts.otherDevicesSignedOut", moment);
  });
}

const noteEnd = (trx: Trx, personId: string, act: string, { now }: Moment): Promise<void> =>
  record(trx, { actorId: personId, act, subject: { kind: "person", id: personId }, personId }, now);
