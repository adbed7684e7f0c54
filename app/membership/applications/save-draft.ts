import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { addDays, civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import { personStanding } from "~/membership/person-standing";
import { associationSettings } from "~/office/settings";
import type { Db, Trx } from "~/schema";
import { insertApplication, updateApplication } from "../queries/applications";
import type { Answers } from "./answers";
import { rewriteState } from "./application";
import { chosen, readDraft } from "./draft";
import { mayApply } from "./rules";

export type NotSavable = { reason: "alreadySent" } | { reason: "mayNotApply" };

/**
 * Keeps what was typed of one step, finished or not; the first step that is saved begins the application.
 * A person has one unfinished application at a time. Texts must have passed the guard before.
 */
export function saveDraft(
  db: Db,
  personId: string,
  typed: Answers,
  now: Temporal.Instant,
): Promise<Result<{ applicationId: string }, NotSavable>> {
  return db.transaction().execute(async (trx) => {
    const begun = await draftToWrite(trx, personId, now);
    if (!begun.ok) return begun;
    const { applicationId, answers, offers } = begun.value;
    const all = { ...answers, ...typed };
    const { grade, price } = chosen(offers, all);
    await updateApplication(trx, applicationId, {
      answers: JSON.stringify(all),
      gradeId: grade?.id ?? null,
      priceId: price?.id ?? null,
    });
    return ok({ applicationId });
  });
}

/** The person's draft, begun where there is none, with its days counted anew: it is not stalled. */
export async function draftToWrite(trx: Trx, personId: string, now: Temporal.Instant) {
  const { application, answers, offers } = await readDraft(trx, personId, now);
  if (application && application.state !== "draft") return err({ reason: "alreadySent" });
  if (!application) {
    const { standing } = await personStanding(trx, personId, civilDateOf(now));
    if (!mayApply(standing)) return err({ reason: "mayNotApply" });
  }
  const applicationId =
    application?.row.id ?? (await beginApplication(trx, personId, answers, now));
  const expiresOn = await lastDay(trx, now);
  await updateApplication(trx, applicationId, {
    savedAt: now.toString(),
    expiresOn,
    remindedAt: null,
  });
  return ok({ applicationId, answers, offers });
}

async function beginApplication(
  trx: Trx,
  personId: string,
  answers: Answers,
  now: Temporal.Instant,
): Promise<string> {
  const id = newId();
  await insertApplication(trx, {
    id,
    personId,
    answers: JSON.stringify(answers),
    gradeId: null,
    priceId: null,
    evidenceFileId: null,
    startedAt: now.toString(),
    savedAt: now.toString(),
    submittedAt: null,
    remindedAt: null,
    expiresOn: civilDateOf(now),
  });
  await rewriteState(trx, id);
  const subject = { kind: "application", id };
  await record(
    trx,
    { actorId: personId, act: "membership.applicationBegun", subject, personId },
    now,
  );
  return id;
}

/** The last day on which an application that waits for its applicant stays open, from today. */
export async function lastDay(trx: Trx, now: Temporal.Instant): Promise<string> {
  const { applicationDays } = await associationSettings(trx);
  return addDays(civilDateOf(now), applicationDays);
}
