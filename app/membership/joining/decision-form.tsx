import type { z } from "zod";
import { GuardedSave } from "~/guard/guarded-save";
import { RadiosField, TextareaField } from "~/ui/form/fields";
import { ErrorSummary, Form } from "~/ui/form/form";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { DECISION_GUARD, type decisionSchema } from "./decision";

interface DecisionFormProps {
  /** When the state that this page shows began. */
  seen: string;
  isUndecided: boolean;
}

/** Decides; where somebody was faster, it stays to say so with what was typed. */
export function DecisionForm({ seen, isUndecided }: DecisionFormProps) {
  const [form, fields] = usePostedForm<z.input<typeof decisionSchema>>("decision");
  if (!isUndecided) return <ErrorSummary form={form} />;
  return (
    <section className="portal-measure" aria-labelledby="decide">
      <h2 className="nhsuk-heading-m" id="decide">
        Decide
      </h2>
      <Form form={form}>
        <input type="hidden" name="seen" value={seen} />
        <RadiosField
          field={fields.kind}
          label="What do you decide?"
          choices={[
            { value: "approve", label: "Approve", hint: "The applicant is asked to pay" },
            {
              value: "ask",
              label: "Ask for more",
              hint: "The applicant can answer and send a file",
            },
            { value: "decline", label: "Decline", hint: "The evidence is deleted" },
          ]}
        />
        <TextareaField
          field={fields.reason}
          label="Your question, or your reason for declining"
          hint="The applicant reads this. Not needed when you approve"
          guard={DECISION_GUARD.reason}
        />
        <GuardedSave form={form} guard={DECISION_GUARD} labels={{ reason: "Question or reason" }}>
          Save the decision
        </GuardedSave>
      </Form>
    </section>
  );
}
