import { redirect } from "@remix-run/node";
import type { z } from "zod";
import type { Visit } from "~/access";
import type { Actor } from "~/actor";
import type { GuardedFields } from "~/guard/answers";
import { isRefused, parseGuarded } from "~/guard/form";
import { refuse } from "~/ui/form/refuse";
import { type FormStep, QUESTIONS, typedAnswers } from "../applications/answers";
import { type Draft, readDraft } from "../applications/draft";
import { mayApply } from "../applications/rules";
import { saveDraft } from "../applications/save-draft";
import { missingAnswers, placeOf, type Step, stepAfter, stepsOf } from "../applications/steps";
import { GUARDS } from "./guards";
import { addressOf } from "./words";

/** What a step's page needs to know of the draft, or the way to where the applicant belongs instead. */
export async function openStep({ db, actor, now, url }: Visit<Actor>, step: Step) {
  const draft = await readDraft(db, actor.personId, now);
  if (draft.application && draft.application.state !== "draft") throw redirect("/join");
  if (!draft.application && !mayApply(actor.standing)) throw redirect("/membership");
  if (!stepsOf(draft.facts).includes(step)) throw redirect(addressOf("membership"));
  const steps = stepsOf(draft.facts);
  const isChange = url.searchParams.has("change");
  const before = steps[steps.indexOf(step) - 1];
  const back = isChange ? "/join/check" : before ? addressOf(before) : "/join";
  return { draft, answers: draft.answers, around: { place: placeOf(step, draft.facts), back } };
}

/** Says what is wrong with valid answers in the light of the draft: the errors of its fields, or nothing. */
type Judge = (draft: Draft) => Record<string, string[]> | undefined;

/** Saves a step as it was typed, finished or not; then says what is wrong with it, or leads on. */
export async function saveStep(visit: Visit<Actor>, step: FormStep, judge?: Judge) {
  const { db, actor, now, url } = visit;
  const form = await visit.form();
  const schema: z.ZodType = QUESTIONS[step];
  const guard: GuardedFields = GUARDS[step];
  const submission = parseGuarded(form, { schema, guard });
  const typed = typedAnswers(step, submission.payload);
  if (Object.values(typed).some(isRefused)) return refuse(submission);
  const saved = await saveDraft(db, actor.personId, typed, now);
  if (!saved.ok) return redirect(saved.error.reason === "mayNotApply" ? "/membership" : "/join");
  if (form.get("intent") === "later") return redirect("/join?done=draftSaved");
  if (submission.status !== "success") return refuse(submission);
  const draft = await readDraft(db, actor.personId, now);
  const fieldErrors = judge?.(draft);
  if (fieldErrors) return refuse(submission, { fieldErrors, status: 422 });
  return redirect(onwards(step, draft, url.searchParams.has("change")));
}

/** The next step; after a change only what is still missing, then back to the answers. */
export function onwards(step: Step, { answers, facts }: Draft, isChange: boolean): string {
  const next = isChange ? missingAnswers(answers, facts)[0] : stepAfter(step, facts);
  if (!next) return "/join/check";
  return isChange ? `${addressOf(next)}?change=yes` : addressOf(next);
}
