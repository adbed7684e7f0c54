import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page } from "~/access";
import { parseGuarded } from "~/guard/form";
import { GuardedSave } from "~/guard/guarded-save";
import { civilDateOf } from "~/lib/civil-date";
import { TextareaField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { dayField, REASON_GUARD, REASON_HINT, REASON_LABELS, reasonField } from "../office-fields";
import { personForAct } from "../person-for-act";
import { personStanding } from "../person-standing";
import { liftSuspension, suspend } from "../suspend";

export const meta = pageMeta({ title: "Suspension" });

const schema = z.object({
  intent: z.enum(["suspend", "lift"]),
  until: dayField("Enter the last day").optional(),
  reason: reasonField,
});

type Fields = { [Field in keyof z.input<typeof schema>]?: string };

const WORDS = {
  noMembership: { reason: ["This person has no membership that could be suspended"] },
  suspendedAlready: { reason: ["Somebody has suspended this member already"] },
  endsBeforeToday: { until: ["Enter today or a later day"] },
  notSuspended: { reason: ["Somebody has lifted the suspension already"] },
};

export const loader = page.may("grantCover")(async ({ db, params, now }) => {
  const person = await personForAct(db, params.id);
  const { standing } = await personStanding(db, person.personId, civilDateOf(now));
  return { ...person, isSuspended: standing === "suspended" };
});

export const action = page.may("grantCover")(async ({ db, actor, form, params, now }) => {
  const { personId } = await personForAct(db, params.id);
  const submission = parseGuarded(await form(), { schema, guard: REASON_GUARD });
  if (submission.status !== "success") return refuse(submission);
  const { intent, until = null, reason } = submission.value;
  const given = { personId, reason, by: actor.personId };
  const done =
    intent === "suspend"
      ? await suspend(db, { ...given, until }, now)
      : await liftSuspension(db, given, now);
  if (!done.ok) return refuse(submission, { fieldErrors: WORDS[done.error.reason], status: 422 });
  const said = intent === "suspend" ? "suspended" : "lifted";
  return redirect(`/admin/members/${personId}?done=${said}`);
});

export default function Suspension() {
  const { personId, name, isSuspended } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<Fields>("suspension");
  return (
    <>
      <BackLink href={`/admin/members/${personId}`}>{name}</BackLink>
      <Heading caption={name}>{isSuspended ? "Lift suspension" : "Suspend member"}</Heading>
      {!isSuspended && (
        <p>
          A suspended member keeps their account and their papers. They cannot use what members have
          until the suspension ends.
        </p>
      )}
      <Form form={form}>
        <input type="hidden" name="intent" value={isSuspended ? "lift" : "suspend"} />
        {!isSuspended && (
          <TextField
            field={fields.until}
            label="Last day (optional)"
            hint="Leave it empty to suspend until somebody lifts it"
            type="date"
          />
        )}
        <TextareaField
          field={fields.reason}
          label="Reason"
          hint={REASON_HINT}
          rows={3}
          guard={REASON_GUARD.reason}
        />
        <GuardedSave form={form} guard={REASON_GUARD} labels={REASON_LABELS}>
          {isSuspended ? "Lift suspension" : "Suspend member"}
        </GuardedSave>
      </Form>
    </>
  );
}
