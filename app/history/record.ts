import type { Temporal } from "temporal-polyfill";
import { newId } from "~/lib/id";
import type { Trx } from "~/schema";
import { insertHistory } from "./queries";

export interface HistoryEntry {
  /** Who did it; null where the portal itself did, by a rule or on Stripe's word. */
  actorId: string | null;
  /** Dotted, past tense: `membership.applicationApproved`. */
  act: string;
  subject: { kind: string; id: string };
  /** The person whom it concerns, so that it shows on their page. */
  personId?: string | null;
  reason?: string;
  /** Values go to a side table that erasure empties; only the names of the fields stay in history. */
  changes?: Record<string, { before?: string | null; after?: string | null }>;
}

/** Writes what was done into the append-only history, in the transaction of the act itself. */
export async function record(trx: Trx, entry: HistoryEntry, now: Temporal.Instant): Promise<void> {
  const historyId = newId();
  const changes = Object.entries(entry.changes ?? {});
  await insertHistory(
    trx,
    {
      id: historyId,
      at: now.toString(),
      actorId: entry.actorId,
      act: entry.act,
      subjectKind: entry.subject.kind,
      subjectId: entry.subject.id,
      personId: entry.personId ?? null,
      reason: entry.reason ?? null,
      fields: JSON.stringify(changes.map(([field]) => field)),
    },
    changes.map(([field, change]) => ({
      historyId,
      field,
      beforeValue: change.before ?? null,
      afterValue: change.after ?? null,
    })),
  );
}
