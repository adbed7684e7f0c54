import { GuardedSave } from "~/guard/guarded-save";
import { RadiosField, TextareaField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { usePostedForm } from "~/ui/form/use-posted-form";
import type { GradeFields } from "./grade-schema";

export const GRADE_GUARD = { name: "freeText", summary: "freeText", evidence: "freeText" } as const;
const LABELS = { name: "Name", summary: "Who it is for", evidence: "What is asked for" };

/** What a grade is called, who it is for, and what joining takes. */
export function GradeForm({ defaults }: { defaults: GradeFields }) {
  const [form, fields] = usePostedForm<GradeFields>("grade", defaults);
  return (
    <Form form={form}>
      <TextField field={fields.name} label="Name" guard={GRADE_GUARD.name} />
      <TextareaField
        field={fields.summary}
        label="Who it is for"
        hint="Shown to people who choose a grade"
        rows={3}
        guard={GRADE_GUARD.summary}
      />
      <RadiosField
        field={fields.review}
        label="How are applications approved?"
        choices={[
          { value: "automatic", label: "At once, when everything is filled in" },
          { value: "review", label: "By somebody of the office" },
        ]}
      />
      <RadiosField
        field={fields.asksEvidence}
        label="Is evidence asked for?"
        hint="Evidence is deleted after the decision"
        choices={[
          { value: "no", label: "No" },
          {
            value: "yes",
            label: "Yes",
            conditional: (
              <TextField
                field={fields.evidence}
                label="What is asked for"
                hint="Ask for the least that shows it"
                guard={GRADE_GUARD.evidence}
              />
            ),
          },
        ]}
      />
      <TextField
        field={fields.position}
        label="Place in the list"
        inputMode="numeric"
        width="3"
        hint="The grade with the lowest number comes first"
      />
      <GuardedSave form={form} guard={GRADE_GUARD} labels={LABELS}>
        Save grade
      </GuardedSave>
    </Form>
  );
}
