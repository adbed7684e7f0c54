import type { Temporal } from "temporal-polyfill";
import type { Upload } from "~/files/upload";
import { record } from "~/history/record";
import { err, ok, type Result } from "~/lib/result";
import type { Db } from "~/schema";
import { hasAnswer, insertAnswer } from "../queries/applications";
import { newestApplication, rewriteState } from "./application";
import { addEvidence } from "./evidence";
import { mayAnswer } from "./rules";

export interface AnswerGiven {
  /** Made with the page, so that an answer sent twice is one. */
  id: string;
  text: string;
  upload?: Upload;
}

/** Answers the office's question. The text must have passed the guard. */
export function answerOffice(
  db: Db,
  personId: string,
  { id, text, upload }: AnswerGiven,
  now: Temporal.Instant,
): Promise<Result<null, { reason: "notAsked" }>> {
  return db.transaction().execute(async (trx) => {
    if (await hasAnswer(trx, id)) return ok(null);
    const application = await newestApplication(trx, personId);
    if (!application || !mayAnswer(application.state)) return err({ reason: "notAsked" });
    const applicationId = application.row.id;
    await insertAnswer(trx, { id, applicationId, text, at: now.toString() });
    if (upload) await addEvidence(trx, { applicationId, personId, upload }, now);
    await rewriteState(trx, applicationId);
    const subject = { kind: "application", id: applicationId };
    await record(
      trx,
      { actorId: personId, act: "membership.applicationAnswered", subject, personId },
      now,
    );
    return ok(null);
  });
}
