import { useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { page } from "~/access";
import { EMPLOYER_KINDS, EMPLOYER_WORDS } from "~/accounts/contact-choices";
import { GuardedSave } from "~/guard/guarded-save";
import { RadiosField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { pageMeta } from "~/ui/meta";
import type { QUESTIONS } from "../applications/answers";
import { GUARDS } from "../joining/guards";
import { openStep, saveStep } from "../joining/step-forms";
import { SaveForLater, StepPage } from "../joining/step-page";
import { JOB_TITLES } from "../joining/words";

export const meta = pageMeta({ title: "Your work: apply for membership" });

export const loader = page.signedIn(async (visit) => {
  const { answers, around } = await openStep(visit, "work");
  return { answers, around };
});

export const action = page.signedIn((visit) => saveStep(visit, "work"));

const LABELS = { jobTitle: "Job title", employerName: "Employer’s name" };

export default function YourWork() {
  const { answers, around } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<z.input<typeof QUESTIONS.work>>("work", answers);
  return (
    <StepPage step="work" around={around}>
      <Form form={form}>
        <TextField
          field={fields.jobTitle}
          label={LABELS.jobTitle}
          hint="Whatever your employer calls it. If you are training or retired, say so here"
          guard={GUARDS.work.jobTitle}
          autoComplete="organization-title"
          list="job-titles"
        />
        <datalist id="job-titles">
          {JOB_TITLES.map((title) => (
            <option key={title} value={title} />
          ))}
        </datalist>
        <RadiosField
          field={fields.employerKind}
          label="Who do you work for?"
          choices={EMPLOYER_KINDS.map((kind) => ({ value: kind, label: EMPLOYER_WORDS[kind] }))}
        />
        <TextField
          field={fields.employerName}
          label={LABELS.employerName}
          hint="Leave empty if you are not employed at the moment"
          guard={GUARDS.work.employerName}
          autoComplete="organization"
        />
        <GuardedSave form={form} guard={GUARDS.work} labels={LABELS}>
          Save and continue
        </GuardedSave>
        <SaveForLater />
      </Form>
    </StepPage>
  );
}
