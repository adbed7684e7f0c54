import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { parseGuarded } from "~/guard/form";
import { GuardedSave } from "~/guard/guarded-save";
import { civilDateOf } from "~/lib/civil-date";
import { pointsInWords } from "~/lib/words";
import { CheckboxField, RadiosField, TextareaField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { type RequirementFields, requirementSchema, STEPS } from "../requirement-schema";
import { changeRequirement, cpdRules } from "../rules";

export const meta = pageMeta({ title: "Change the CPD requirement" });

const GUARD = { note: "freeText" } as const;
const LABELS = { note: "Note to members" };

export const loader = page.may("editCpdRules")(async ({ db, now }) => {
  const { inForce } = await cpdRules(db, now);
  return { inForce, today: civilDateOf(now) };
});

export const action = page.may("editCpdRules")(async ({ db, actor, form, now }) => {
  const submission = parseGuarded(await form(), { schema: requirementSchema, guard: GUARD });
  if (submission.status !== "success") return refuse(submission);
  const changed = await changeRequirement(db, actor.personId, submission.value, now);
  if (changed.ok) return redirect("/admin/cpd?done=requirementSaved");
  const words = "The date must be today or later: years that have begun keep their requirement";
  return refuse(submission, { fieldErrors: { fromOn: [words] }, status: 422 });
});

export default function AdminRequirement() {
  const [form, fields] = usePostedForm<RequirementFields>("requirement", useDefaults());
  return (
    <>
      <BackLink href="/admin/cpd">CPD rules</BackLink>
      <Heading>Change the CPD requirement</Heading>
      <p className="portal-lede">
        The new numbers hold for membership years that start on the date you choose or later. A year
        in which a member has already logged something keeps the numbers it began with.
      </p>
      <Form form={form}>
        <TextField field={fields.points} label="Points a year" inputMode="decimal" width="5" />
        <TextField
          field={fields.formalHours}
          label="Hours of formal learning a year"
          inputMode="decimal"
          width="5"
        />
        <TextField
          field={fields.pointsPerHour}
          label="Points for an hour"
          inputMode="decimal"
          width="5"
        />
        <RadiosField field={fields.step} label="Smallest part that counts" choices={STEPS} />
        <TextField field={fields.fromOn} label="For years that start from" type="date" />
        <TextareaField
          field={fields.note}
          label="Note to members (optional)"
          hint="Shown below their target"
          rows={3}
          guard={GUARD.note}
        />
        <CheckboxField
          field={fields.isConfirmed}
          label="The association has confirmed these numbers"
        />
        <GuardedSave form={form} guard={GUARD} labels={LABELS}>
          Save requirement
        </GuardedSave>
      </Form>
    </>
  );
}

function useDefaults(): Partial<RequirementFields> {
  const { inForce, today } = useLoaderData<typeof loader>();
  if (!inForce) return { fromOn: today };
  return {
    points: pointsInWords(inForce.pointsHundredths),
    formalHours: String(Number((inForce.formalMinutes / 60).toFixed(2))),
    pointsPerHour: pointsInWords(inForce.pointsPerHourHundredths),
    step: String(inForce.stepHundredths) as RequirementFields["step"],
    note: inForce.note,
    isConfirmed: inForce.isConfirmed === 1 ? "on" : undefined,
    fromOn: today,
  };
}
