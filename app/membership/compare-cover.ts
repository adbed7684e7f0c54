import { setImmediate as otherRequests } from "node:timers/promises";
import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { associationSettings } from "~/office/settings";
import type { Db } from "~/schema";
import type { World } from "~/world";
import { type Cover, coverOf } from "./cover";
import { ledgersOf } from "./ledger-of";
import { coverRowsOf, peopleWithMemberships, putCover } from "./queries/cover";

const AT_ONCE = 100;

/** Holds every cover row against its ledger, repairs what differs and leaves it in history for the office. */
export async function compareCover(
  { db }: World,
  _payload: null,
  now: Temporal.Instant,
): Promise<void> {
  let personIds = await peopleWithMemberships(db, "", AT_ONCE);
  while (personIds.length > 0) {
    await compareSome(db, personIds, now);
    await otherRequests();
    personIds = await peopleWithMemberships(db, personIds.at(-1) ?? "", AT_ONCE);
  }
}

function compareSome(db: Db, personIds: string[], now: Temporal.Instant): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const { graceDays } = await associationSettings(trx);
    const ledgers = await ledgersOf(trx, personIds);
    const rows = new Map((await coverRowsOf(trx, personIds)).map((row) => [row.personId, row]));
    for (const personId of personIds) {
      const ledger = ledgers.get(personId);
      const cover = ledger && coverOf(ledger, graceDays);
      const fields = cover ? differences(rows.get(personId), cover) : [];
      if (!cover || fields.length === 0) continue;
      await putCover(trx, personId, cover);
      if (fields.every((field) => field === "graceUntil")) continue; // the office changed the days of grace
      const changes = Object.fromEntries(
        fields.map((field) => [
          field,
          { before: rows.get(personId)?.[field] ?? null, after: cover[field] },
        ]),
      );
      const subject = { kind: "membership", id: cover.membershipId };
      const act = "membership.coverRepaired";
      await record(trx, { actorId: null, act, subject, personId, changes }, now);
    }
  });
}

function differences(row: Cover | undefined, cover: Cover): (keyof Cover)[] {
  const fields = Object.keys(cover) as (keyof Cover)[];
  return fields.filter((field) => (row?.[field] ?? null) !== cover[field]);
}
