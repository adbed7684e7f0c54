import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { newId } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import { sendLater } from "~/mail/send-later";
import type { Db, Trx } from "~/schema";
import { insertDecision, updateApplication } from "../queries/applications";
import { gradeById } from "../queries/grades";
import { type Application, readApplication, rewriteState } from "./application";
import { removeEvidence } from "./evidence";
import { mayDecide, type OfficeDecision } from "./rules";
import { lastDay } from "./save-draft";

export interface DecisionGiven {
  applicationId: string;
  kind: OfficeDecision;
  /** The applicant reads it; approving needs none. */
  reason: string;
  by: string;
  /** The beginning of the state that the decider's page showed. */
  seen: string;
}

export type NotDecided =
  | { reason: "notFound" }
  | { reason: "own" }
  | { reason: "notSubmitted" }
  /** Somebody was faster, or the applicant answered meanwhile. */
  | { reason: "changed"; application: Application };

/** Decides an application: of two people who decide at once, one does and the other is told. */
export function decideApplication(
  db: Db,
  given: DecisionGiven,
  now: Temporal.Instant,
): Promise<Result<null, NotDecided>> {
  return db.transaction().execute(async (trx) => {
    const application = await readApplication(trx, given.applicationId);
    if (!application) return err({ reason: "notFound" });
    const { personId: applicantId, stateSince } = application.row;
    const allowed = mayDecide({ state: application.state, stateSince, applicantId }, given);
    if (!allowed.ok)
      return allowed.error.reason === "changed"
        ? err({ reason: "changed", application })
        : err({ reason: allowed.error.reason });
    await write(trx, given, applicantId, now);
    await tell(trx, given, application, now);
    return ok(null);
  });
}

const ACTS: Record<OfficeDecision, string> = {
  approve: "membership.applicationApproved",
  ask: "membership.applicationMoreWanted",
  decline: "membership.applicationDeclined",
};

async function write(
  trx: Trx,
  { applicationId, kind, reason, by }: DecisionGiven,
  applicantId: string,
  now: Temporal.Instant,
): Promise<void> {
  const at = now.toString();
  await insertDecision(trx, { id: newId(), applicationId, kind, reason, by, at });
  if (kind !== "ask") await removeEvidence(trx, applicationId, now);
  await updateApplication(trx, applicationId, {
    expiresOn: await lastDay(trx, now),
    remindedAt: null,
  });
  await rewriteState(trx, applicationId);
  const subject = { kind: "application", id: applicationId };
  await record(
    trx,
    { actorId: by, act: ACTS[kind], subject, personId: applicantId, reason: reason || undefined },
    now,
  );
}

async function tell(
  trx: Trx,
  { kind, reason }: DecisionGiven,
  { row }: Application,
  now: Temporal.Instant,
): Promise<void> {
  const to = { personId: row.personId };
  const grade = row.gradeId ? await gradeById(trx, row.gradeId) : undefined;
  const gradeName = grade?.name ?? "";
  const by = await lastDay(trx, now);
  if (kind === "approve")
    await sendLater(trx, "membership.applicationApproved", to, { gradeName, payBy: by }, now);
  if (kind === "ask")
    await sendLater(trx, "membership.applicationMoreWanted", to, { reason, answerBy: by }, now);
  if (kind === "decline")
    await sendLater(trx, "membership.applicationDeclined", to, { gradeName, reason }, now);
}
