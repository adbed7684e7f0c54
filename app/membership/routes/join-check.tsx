import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page } from "~/access";
import { parseGuarded } from "~/guard/form";
import { GuardedSave } from "~/guard/guarded-save";
import { associationSettings } from "~/office/settings";
import { Card } from "~/ui/card";
import { TextareaField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { readDraft } from "../applications/draft";
import { isApprovedAtOnce } from "../applications/rules";
import { missingAnswers } from "../applications/steps";
import { submitApplication } from "../applications/submit";
import { answersInWords } from "../joining/answers-in-words";
import { AnswersSummary } from "../joining/answers-summary";
import { addressOf, STEP_TITLES } from "../joining/words";

export const meta = pageMeta({ title: "Check your answers" });

export const loader = page.signedIn(async ({ db, actor, now }) => {
  const draft = await readDraft(db, actor.personId, now);
  if (!draft.application) throw redirect("/join/apply");
  if (draft.application.state !== "draft") throw redirect("/join");
  const { contactEmail } = await associationSettings(db);
  const { grade } = answersInWords(draft);
  return {
    groups: answersInWords(draft).groups,
    missing: missingAnswers(draft.answers, draft.facts),
    note: draft.answers.note ?? "",
    isDecidedAtOnce: Boolean(grade && isApprovedAtOnce(grade.review, actor.standing)),
    email: contactEmail,
  };
});

const GUARD = { note: "freeText" } as const;
const schema = z.object({
  note: z.string().trim().max(2000, "Note must be 2,000 characters or fewer").optional(),
});

export const action = page.signedIn(async ({ db, actor, form, now }) => {
  const submission = parseGuarded(await form(), { schema, guard: GUARD });
  if (submission.status !== "success") return refuse(submission);
  const { note = "" } = submission.value;
  const sent = await submitApplication(db, actor.personId, { note }, now);
  if (sent.ok) return redirect(sent.value.state === "approved" ? "/join/pay" : "/join?done=sent");
  if (sent.error.reason === "nothingToSend") return redirect("/join");
  const words = sent.error.missing.map((step) => STEP_TITLES[step]);
  return refuse(submission, {
    formErrors: words.map((title) => `Finish “${title}” before you send your application`),
    status: 422,
  });
});

export default function CheckYourAnswers() {
  const { groups, missing, note, isDecidedAtOnce } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<z.input<typeof schema>>("check", { note });
  return (
    <div className="portal-measure">
      <BackLink href="/join/apply/agreements">Back</BackLink>
      <Heading caption="Apply for membership">Check your answers</Heading>
      {missing.length > 0 && <StillMissing missing={missing} />}
      {groups.map((group) => (
        <AnswersSummary key={group.step} {...group} change />
      ))}
      <Form form={form}>
        {missing.length === 0 && (
          <>
            {!isDecidedAtOnce && (
              <TextareaField
                field={fields.note}
                label="Is there anything else our office should know? (optional)"
                hint="Do not write anything about a patient"
                guard={GUARD.note}
                rows={3}
              />
            )}
            <p>{isDecidedAtOnce ? AT_ONCE : AFTER_REVIEW}</p>
            <GuardedSave form={form} guard={GUARD} labels={{ note: "Note to the office" }}>
              Send my application
            </GuardedSave>
          </>
        )}
      </Form>
      <p>
        <a href="/join/withdraw">I do not want to apply after all</a>
      </p>
    </div>
  );
}

const AT_ONCE = "Your application is approved at once, and the next page lets you pay.";
const AFTER_REVIEW =
  "Our office reads your application and emails you. You pay only after it is approved.";

const StillMissing = ({ missing }: { missing: (keyof typeof STEP_TITLES)[] }) => (
  <Card kind="sun" heading="You still need to finish">
    <ul>
      {missing.map((step) => (
        <li key={step}>
          <a href={`${addressOf(step)}?change=yes`}>{STEP_TITLES[step]}</a>
        </li>
      ))}
    </ul>
  </Card>
);
