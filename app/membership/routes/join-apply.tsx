import { useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { page } from "~/access";
import { NATIONS } from "~/accounts/contact-choices";
import { GuardedSave } from "~/guard/guarded-save";
import { RadiosField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { pageMeta } from "~/ui/meta";
import type { QUESTIONS } from "../applications/answers";
import { GUARDS } from "../joining/guards";
import { openStep, saveStep } from "../joining/step-forms";
import { SaveForLater, StepPage } from "../joining/step-page";
import { REGIONS } from "../joining/words";

export const meta = pageMeta({ title: "About you: apply for membership" });

export const loader = page.signedIn(async (visit) => {
  const { answers, around } = await openStep(visit, "about");
  return { answers, around };
});

export const action = page.signedIn((visit) => saveStep(visit, "about"));

const LABELS = { givenName: "First name", familyName: "Last name", region: "Region" };

export default function AboutYou() {
  const { answers, around } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<z.input<typeof QUESTIONS.about>>("about", answers);
  return (
    <StepPage step="about" around={around}>
      <Form form={form}>
        <TextField
          field={fields.givenName}
          label={LABELS.givenName}
          autoComplete="given-name"
          spellCheck={false}
          width="20"
        />
        <TextField
          field={fields.familyName}
          label={LABELS.familyName}
          autoComplete="family-name"
          spellCheck={false}
          width="20"
        />
        <RadiosField
          field={fields.nation}
          label="Which nation do you work in?"
          choices={NATIONS.map((nation) => ({ value: nation, label: nation }))}
        />
        <TextField
          field={fields.region}
          label={LABELS.region}
          hint="Your region, county or health board. Outside the UK: your country"
          guard={GUARDS.about.region}
          list="regions"
          width="20"
        />
        <datalist id="regions">
          {REGIONS.map((region) => (
            <option key={region} value={region} />
          ))}
        </datalist>
        <GuardedSave form={form} guard={GUARDS.about} labels={LABELS}>
          Save and continue
        </GuardedSave>
        <SaveForLater />
      </Form>
    </StepPage>
  );
}
