import type { Temporal } from "temporal-polyfill";
import { updateProfile } from "~/accounts/profile";
import { accept, consent } from "~/accounts/wordings";
import { record } from "~/history/record";
import { civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import { sendLater } from "~/mail/send-later";
import { personStanding } from "~/membership/person-standing";
import type { Db, Trx } from "~/schema";
import { insertDecision, updateApplication } from "../queries/applications";
import { type CompleteAnswers, completeAnswers, MARKETING_TOPICS } from "./answers";
import { newestApplication, rewriteState } from "./application";
import { type Agreements, chosen, type Draft, readDraft } from "./draft";
import { type ApplicationState, isApprovedAtOnce, maySubmit } from "./rules";
import { lastDay } from "./save-draft";
import { missingAnswers, type Step } from "./steps";

export type NotSubmitted = { reason: "nothingToSend" } | { reason: "incomplete"; missing: Step[] };

/**
 * Sends a person's application: what they accepted, chose and said of themselves goes on record, and a grade without
 * review approves at once. Sent a second time, it tells where the first one stands.
 */
export function submitApplication(
  db: Db,
  personId: string,
  { note }: { note: string },
  now: Temporal.Instant,
): Promise<Result<{ state: ApplicationState }, NotSubmitted>> {
  return db.transaction().execute(async (trx) => {
    const draft = await readDraft(trx, personId, now);
    if (!draft.application) return err({ reason: "nothingToSend" });
    const allowed = maySubmit(draft.application.state, missingAnswers(draft.answers, draft.facts));
    if (!allowed.ok && allowed.error.reason === "incomplete") return err(allowed.error);
    if (allowed.ok) await send(trx, personId, { draft, note }, now);
    const sent = await newestApplication(trx, personId);
    return sent ? ok({ state: sent.state }) : err({ reason: "nothingToSend" });
  });
}

async function send(
  trx: Trx,
  personId: string,
  { draft, note }: { draft: Draft; note: string },
  now: Temporal.Instant,
): Promise<void> {
  const { application, answers, offers, agreements } = draft;
  const { grade, price } = chosen(offers, answers);
  if (!application || !grade || !price)
    throw new Error("An incomplete application was let through");
  const { id } = application.row;
  const said = completeAnswers(answers);
  await putOnRecord(trx, personId, { said, agreements }, now);
  await updateApplication(trx, id, {
    answers: JSON.stringify({ ...answers, note }),
    gradeId: grade.id,
    priceId: price.id,
    submittedAt: now.toString(),
    remindedAt: null,
    expiresOn: await lastDay(trx, now),
  });
  const subject = { kind: "application", id };
  await record(
    trx,
    { actorId: personId, act: "membership.applicationSubmitted", subject, personId },
    now,
  );
  const { standing } = await personStanding(trx, personId, civilDateOf(now));
  if (isApprovedAtOnce(grade.review, standing))
    await approveAtOnce(trx, { id, personId, gradeName: grade.name }, now);
  else await sendReceived(trx, { personId, gradeName: grade.name }, now);
  await rewriteState(trx, id);
}

async function putOnRecord(
  trx: Trx,
  personId: string,
  { said, agreements }: { said: CompleteAnswers; agreements: Agreements },
  now: Temporal.Instant,
): Promise<void> {
  const { givenName, familyName, nation, region, jobTitle, employerKind, employerName } = said;
  const isEmployed = employerKind !== "none" && employerName;
  const employer = isEmployed ? { name: employerName, kind: employerKind } : null;
  const profile = { givenName, familyName, nation, region, jobTitle, employer };
  await updateProfile(trx, personId, profile, now);
  for (const kind of [
    "codeOfPractice",
    "privacyNotice",
    "keyFacts",
    "dutyToPay",
    "startAtOnce",
  ] as const)
    await accept(trx, personId, agreements[kind].id, now);
  const source = "/join/apply/agreements";
  for (const topic of MARKETING_TOPICS) {
    const { answer, wording } = MARKETING[topic];
    const choice = said[answer] === "on" ? "yes" : "no";
    await consent(trx, personId, { topic, choice, wordingId: agreements[wording].id, source }, now);
  }
}

const MARKETING = {
  events: { answer: "marketingEvents", wording: "marketingEvents" },
  news: { answer: "marketingNews", wording: "marketingNews" },
  research: { answer: "marketingResearch", wording: "marketingResearch" },
} as const;

/** The grade's rule decides, so nobody's name stands under it. */
async function approveAtOnce(
  trx: Trx,
  { id, personId, gradeName }: { id: string; personId: string; gradeName: string },
  now: Temporal.Instant,
): Promise<void> {
  const at = now.toString();
  await insertDecision(trx, {
    id: newId(),
    applicationId: id,
    kind: "approve",
    reason: "",
    by: null,
    at,
  });
  const subject = { kind: "application", id };
  await record(
    trx,
    { actorId: null, act: "membership.applicationApproved", subject, personId },
    now,
  );
  const payBy = await lastDay(trx, now);
  await sendLater(trx, "membership.applicationApproved", { personId }, { gradeName, payBy }, now);
}

const sendReceived = (
  trx: Trx,
  { personId, gradeName }: { personId: string; gradeName: string },
  now: Temporal.Instant,
) => sendLater(trx, "membership.applicationReceived", { personId }, { gradeName }, now);
