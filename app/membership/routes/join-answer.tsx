import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page } from "~/access";
import { acceptAttribute } from "~/files/kinds";
import { receiveUpload } from "~/files/receive";
import { parseGuarded } from "~/guard/form";
import { GuardedSave } from "~/guard/guarded-save";
import { newId } from "~/lib/id";
import { dateInWords } from "~/lib/words";
import { FileField, TextareaField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { answerOffice } from "../applications/answer";
import { EVIDENCE_FILE, evidenceProblem } from "../joining/evidence-file";
import { applicationStatus } from "../joining/status";

export const meta = pageMeta({ title: "Answer our question" });

export const loader = page.signedIn(async ({ db, actor }) => {
  const status = await applicationStatus(db, actor.personId);
  if (status?.state !== "moreWanted") throw redirect("/join");
  return { question: status.reason ?? "", openUntil: status.openUntil, id: newId() };
});

const GUARD = { text: "freeText" } as const;
const schema = z.object({
  id: z.uuid({ error: "Open this page again" }),
  text: z
    .string({ error: "Enter your answer" })
    .trim()
    .min(1, "Enter your answer")
    .max(2000, "Answer must be 2,000 characters or fewer"),
  evidence: z.string().optional(),
});

export const action = page.signedIn(async ({ db, actor, now, request, world }) => {
  const received = await receiveUpload(request, { ...EVIDENCE_FILE, store: world.blobs });
  const submission = parseGuarded(received.form, { schema, guard: GUARD });
  const problem = evidenceProblem(received);
  if (problem) return refuse(submission, { fieldErrors: { evidence: [problem] } });
  if (submission.status !== "success") return refuse(submission);
  const { id, text } = submission.value;
  const answered = await answerOffice(
    db,
    actor.personId,
    { id, text, upload: received.upload },
    now,
  );
  return redirect(answered.ok ? "/join?done=answered" : "/join");
});

export default function AnswerQuestion() {
  const { question, openUntil, id } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<z.input<typeof schema>>("answer", { id });
  return (
    <div className="portal-measure">
      <BackLink href="/join">Back</BackLink>
      <Heading caption="Your application">Answer our question</Heading>
      <p>Our office asks:</p>
      <blockquote className="portal-quote">{question}</blockquote>
      <Form form={form} hasFiles>
        <input type="hidden" name="id" value={fields.id.initialValue ?? id} />
        <TextareaField
          field={fields.text}
          label="Your answer"
          hint="Do not write anything about a patient"
          guard={GUARD.text}
        />
        <FileField
          field={fields.evidence}
          label="A file, if we asked for one (optional)"
          hint="PDF, JPEG or PNG, smaller than 10 MB. If something on this page is refused, choose the file again"
          accept={acceptAttribute(EVIDENCE_FILE.accept)}
        />
        <GuardedSave form={form} guard={GUARD} labels={{ text: "Your answer" }}>
          Send my answer
        </GuardedSave>
      </Form>
      <p>{`Please answer by ${dateInWords(openUntil)}.`}</p>
    </div>
  );
}
