import type { Temporal } from "temporal-polyfill";
import { addDays, civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import { insertApplication, insertDecision } from "~/membership/queries/applications";
import type { Trx } from "~/schema";
import { lateMorning } from "./people";

export interface UnfinishedApplication {
  personId: string;
  answers: Record<string, string>;
  gradeId: string | null;
  priceId: string | null;
  state: "draft" | "submitted" | "moreWanted" | "approved";
  daysAgo: number;
  /** What the office asked for, where it did, and who. */
  asked?: { reason: string; by: string };
}

/** An application that is still on its way. */
export async function addUnfinishedApplication(
  trx: Trx,
  { personId, answers, gradeId, priceId, state, daysAgo, asked }: UnfinishedApplication,
  now: Temporal.Instant,
) {
  const id = newId();
  const begunOn = addDays(civilDateOf(now), -daysAgo);
  const at = lateMorning(begunOn).toString();
  await insertApplication(trx, {
    id,
    personId,
    answers: JSON.stringify(answers),
    gradeId,
    priceId,
    evidenceFileId: null,
    startedAt: at,
    savedAt: at,
    submittedAt: state === "draft" ? null : at,
    remindedAt: null,
    expiresOn: addDays(begunOn, 60),
    state,
    stateSince: at,
  });
  if (asked)
    await insertDecision(trx, {
      id: newId(),
      applicationId: id,
      kind: "ask",
      ...asked,
      at: lateMorning(addDays(begunOn, 1)).toString(),
    });
  if (state === "approved")
    await insertDecision(trx, {
      id: newId(),
      applicationId: id,
      kind: "approve",
      reason: "",
      by: null,
      at,
    });
}
