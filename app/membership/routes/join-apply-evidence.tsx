import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page } from "~/access";
import { acceptAttribute } from "~/files/kinds";
import { receiveUpload } from "~/files/receive";
import { FileField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { pageMeta } from "~/ui/meta";
import { chosen, readDraft } from "../applications/draft";
import { giveEvidence } from "../applications/evidence";
import { EVIDENCE_FILE, evidenceProblem } from "../joining/evidence-file";
import { onwards, openStep } from "../joining/step-forms";
import { StepButtons, StepPage } from "../joining/step-page";

export const meta = pageMeta({ title: "Your evidence: apply for membership" });

export const loader = page.signedIn(async (visit) => {
  const { answers, around, draft } = await openStep(visit, "evidence");
  const { grade } = chosen(draft.offers, answers);
  return { around, asked: grade?.evidence ?? "", given: draft.evidence.map(({ name }) => name) };
});

const schema = z.object({ evidence: z.string().optional() });

export const action = page.signedIn(async (visit) => {
  const { db, actor, now, request, world, url } = visit;
  await openStep(visit, "evidence");
  const received = await receiveUpload(request, { ...EVIDENCE_FILE, store: world.blobs });
  const submission = parseWithZod(received.form, { schema });
  const problem = evidenceProblem(received);
  if (problem) return refuse(submission, { fieldErrors: { evidence: [problem] } });
  if (received.upload) {
    const given = await giveEvidence(db, actor.personId, received.upload, now);
    if (!given.ok) return redirect("/join");
  }
  if (received.form.get("intent") === "later") return redirect("/join?done=draftSaved");
  const draft = await readDraft(db, actor.personId, now);
  if (!draft.facts.hasEvidence)
    return refuse(submission, { fieldErrors: { evidence: ["Choose a file"] } });
  return redirect(onwards("evidence", draft, url.searchParams.has("change")));
});

export default function YourEvidence() {
  const { around, asked, given } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<z.input<typeof schema>>("evidence");
  return (
    <StepPage step="evidence" around={around}>
      <p>For the grade that you chose we ask for:</p>
      <blockquote className="portal-quote">{asked}</blockquote>
      <p>
        A photo from your phone will do. Cover what we do not need to see. Only the people who
        decide can open the file, and it is deleted when they have decided.
      </p>
      {given.length > 0 && (
        <p>
          We have: <strong>{given.join(", ")}</strong>. Choose another file only if you want to
          replace it.
        </p>
      )}
      <Form form={form} hasFiles>
        <FileField
          field={fields.evidence}
          label="Your file"
          hint="PDF, JPEG or PNG, smaller than 10 MB"
          accept={acceptAttribute(EVIDENCE_FILE.accept)}
        />
        <StepButtons />
      </Form>
    </StepPage>
  );
}
