import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { newId } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import type { Db } from "~/schema";
import { insertDecision } from "../queries/applications";
import { newestApplication, rewriteState } from "./application";
import { removeEvidence } from "./evidence";
import { mayWithdraw } from "./rules";

/** Takes back an application that is not decided yet; its evidence goes at once. */
export function withdrawApplication(
  db: Db,
  personId: string,
  now: Temporal.Instant,
): Promise<Result<null, { reason: "nothingToWithdraw" }>> {
  return db.transaction().execute(async (trx) => {
    const application = await newestApplication(trx, personId);
    if (!application || !mayWithdraw(application.state))
      return err({ reason: "nothingToWithdraw" });
    const applicationId = application.row.id;
    const at = now.toString();
    const withdrawal = { id: newId(), applicationId, kind: "withdraw" as const, reason: "" };
    await insertDecision(trx, { ...withdrawal, by: personId, at });
    await removeEvidence(trx, applicationId, now);
    await rewriteState(trx, applicationId);
    const subject = { kind: "application", id: applicationId };
    await record(
      trx,
      { actorId: personId, act: "membership.applicationWithdrawn", subject, personId },
      now,
    );
    return ok(null);
  });
}
