import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page } from "~/access";
import { parseGuarded } from "~/guard/form";
import { GuardedSave } from "~/guard/guarded-save";
import { addDays, addMonths, civilDateOf } from "~/lib/civil-date";
import { RadiosField, SelectField, TextareaField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { FOR_LIFE } from "../for-life";
import { grantCover, type NotGranted } from "../grant";
import { dayField, REASON_GUARD, REASON_HINT, REASON_LABELS, reasonField } from "../office-fields";
import { personForAct } from "../person-for-act";
import { personStanding } from "../person-standing";
import { allGrades } from "../queries/grades";
import { GRANT_WORDS } from "../term-words";

export const meta = pageMeta({ title: "Give membership" });

const schema = z
  .object({
    kind: z.enum(["honorary", "life", "complimentary", "feeHoliday", "imported"], {
      error: "Select why no payment is asked for",
    }),
    gradeId: z.string({ error: "Select a grade" }),
    startsOn: dayField("Enter the first day"),
    endsOn: dayField("Enter the last day").optional(),
    reason: reasonField,
  })
  .refine(({ kind, endsOn }) => kind === "life" || endsOn, {
    path: ["endsOn"],
    error: "Enter the last day",
  });

type Fields = { [Field in keyof z.input<typeof schema>]?: string };

const WORDS: Record<NotGranted["reason"], Record<string, string[]>> = {
  endsBeforeStart: { endsOn: ["Enter a last day that is not before the first"] },
  startsAfterGap: {
    startsOn: ["Enter today, a day in the past, or the day after the membership ends"],
  },
  gradeUnknown: { gradeId: ["Select a grade"] },
  died: { reason: ["This person has died, so membership cannot be given"] },
};

export const loader = page.may("grantCover")(async ({ db, params, now }) => {
  const { personId, name } = await personForAct(db, params.id);
  const today = civilDateOf(now);
  const { standing, cover } = await personStanding(db, personId, today);
  const grades = await allGrades(db);
  const continues = (standing === "current" || standing === "inGrace") && cover?.coveredUntil;
  const startsOn = continues && continues < FOR_LIFE ? addDays(continues, 1) : today;
  return {
    ...{ personId, name, grades, startsOn },
    endsOn: addDays(addMonths(startsOn, 12), -1),
    gradeId: cover?.gradeId ?? grades[0]?.id ?? "",
  };
});

export const action = page.may("grantCover")(async ({ db, actor, form, params, now }) => {
  const { personId } = await personForAct(db, params.id);
  const submission = parseGuarded(await form(), { schema, guard: REASON_GUARD });
  if (submission.status !== "success") return refuse(submission);
  const { endsOn = FOR_LIFE, kind, ...fields } = submission.value;
  const grant = { ...fields, kind, personId, by: actor.personId };
  const until = kind === "life" ? FOR_LIFE : endsOn;
  const granted = await grantCover(db, { ...grant, endsOn: until }, now);
  if (granted.ok) return redirect(`/admin/members/${personId}?done=granted`);
  return refuse(submission, { fieldErrors: WORDS[granted.error.reason], status: 422 });
});

const HINTS: Partial<Record<keyof typeof GRANT_WORDS, string>> = {
  feeHoliday: "For example parental leave or illness",
  imported: "Paid until a day, in the system before this one",
};

export default function GiveMembership() {
  const { personId, name, grades, startsOn, endsOn, gradeId } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<Fields>("grant", { startsOn, endsOn, gradeId });
  return (
    <>
      <BackLink href={`/admin/members/${personId}`}>{name}</BackLink>
      <Heading caption={name}>Give membership</Heading>
      <Form form={form}>
        <RadiosField
          field={fields.kind}
          label="Why is no payment asked for?"
          choices={Object.entries(GRANT_WORDS).map(([value, label]) => ({
            value,
            label,
            hint: HINTS[value as keyof typeof GRANT_WORDS],
          }))}
        />
        <SelectField
          field={fields.gradeId}
          label="Grade"
          choices={grades.map((grade) => ({ value: grade.id, label: grade.name }))}
        />
        <TextField field={fields.startsOn} label="First day" type="date" />
        <TextField
          field={fields.endsOn}
          label="Last day"
          hint="Not needed for membership for life"
          type="date"
        />
        <TextareaField
          field={fields.reason}
          label="Reason"
          hint={REASON_HINT}
          rows={3}
          guard={REASON_GUARD.reason}
        />
        <GuardedSave form={form} guard={REASON_GUARD} labels={REASON_LABELS}>
          Give membership
        </GuardedSave>
      </Form>
    </>
  );
}
