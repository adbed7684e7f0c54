import { Details } from "nhsuk-react-components";
import { GuardedSave } from "~/guard/guarded-save";
import { RadiosField, TextareaField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { ACTIVITY_GUARD, ACTIVITY_LABELS, USUAL_TIMES } from "./activity-fields";
import type { ActivityFields } from "./activity-schema";

interface ActivityFormProps {
  categories: { id: string; name: string; hint: string; isFormalByDefault: number }[];
  defaults: ActivityFields;
  /** The words on the button. */
  save: string;
}

/** An activity to be written down or changed: what nobody needs to think about is filled in. */
export function ActivityForm({ categories, defaults, save }: ActivityFormProps) {
  const [form, fields] = usePostedForm<ActivityFields>("activity", defaults);
  return (
    <Form form={form}>
      <input type="hidden" name="id" defaultValue={fields.id.initialValue} />
      <TextField
        field={fields.title}
        label={ACTIVITY_LABELS.title}
        hint="For example, motivational interviewing course"
        guard={ACTIVITY_GUARD.title}
      />
      <TextField field={fields.completedOn} label="Date you finished it" type="date" />
      <div className="portal-choices" data-either>
        <RadiosField
          field={fields.duration}
          label="How long did it take?"
          choices={USUAL_TIMES}
          isInline
        />
        <TextField
          field={fields.minutes}
          label="Or type the minutes"
          hint="For example, 90 for an hour and a half. It counts before a choice above"
          inputMode="numeric"
          width="5"
        />
      </div>
      <RadiosField
        field={fields.categoryId}
        label="What kind of activity was it?"
        choices={categories.map(({ id, name, hint }) => ({ value: id, label: name, hint }))}
      />
      <Details open={isAnswered(fields.isFormal.initialValue)}>
        <Details.Summary>Was it formal learning?</Details.Summary>
        <Details.Text>
          <div className="portal-choices">
            <RadiosField
              field={fields.isFormal}
              label="Formal learning"
              hint={formalHint(categories)}
              choices={FORMAL_CHOICES}
              isInline
            />
          </div>
        </Details.Text>
      </Details>
      <TextareaField
        field={fields.learned}
        label="What did you learn? (optional)"
        hint="No names and nothing that shows who a patient is"
        rows={4}
        guard={ACTIVITY_GUARD.learned}
      />
      <GuardedSave form={form} guard={ACTIVITY_GUARD} labels={ACTIVITY_LABELS}>
        {save}
      </GuardedSave>
    </Form>
  );
}

/** Most activities are as usual for their kind: the question opens for who has answered it otherwise. */
const isAnswered = (answer: unknown): boolean => answer === "yes" || answer === "no";

const FORMAL_CHOICES = [
  { value: "usual", label: "As usual for its kind" },
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

function formalHint(categories: ActivityFormProps["categories"]): string {
  const formal = categories.filter(({ isFormalByDefault }) => isFormalByDefault === 1);
  const about = "Formal learning has set aims, like a course or a webinar";
  if (formal.length === 0) return about;
  return `${about}. Usually formal: ${formal.map(({ name }) => name).join(", ")}`;
}
