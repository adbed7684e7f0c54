import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page } from "~/access";
import { parseGuarded } from "~/guard/form";
import { GuardedSave } from "~/guard/guarded-save";
import { civilDateOf } from "~/lib/civil-date";
import { RadiosField, TextareaField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { type NotEnded, remove, resign } from "../end-membership";
import { dayField, REASON_GUARD, REASON_HINT, REASON_LABELS, reasonField } from "../office-fields";
import { personForAct } from "../person-for-act";

export const meta = pageMeta({ title: "End membership" });

const schema = z.object({
  kind: z.enum(["resign", "remove"], { error: "Select who ends the membership" }),
  on: dayField("Enter the day"),
  reason: reasonField,
});

type Fields = { [Field in keyof z.input<typeof schema>]?: string };

const WORDS: Record<NotEnded["reason"], Record<string, string[]>> = {
  noMembership: { kind: ["This person has no membership that could be ended"] },
  endedAlready: { kind: ["This membership has been ended already"] },
  beforeBeginning: { on: ["Enter a day that is not before the membership began"] },
};

export const loader = page.may("grantCover")(async ({ db, params, now }) => ({
  ...(await personForAct(db, params.id)),
  today: civilDateOf(now),
}));

export const action = page.may("grantCover")(async ({ db, actor, form, params, now }) => {
  const { personId } = await personForAct(db, params.id);
  const submission = parseGuarded(await form(), { schema, guard: REASON_GUARD });
  if (submission.status !== "success") return refuse(submission);
  const { kind, on, reason } = submission.value;
  const end = kind === "resign" ? resign : remove;
  const done = await end(db, { personId, on, reason, by: actor.personId }, now);
  if (done.ok) return redirect(`/admin/members/${personId}?done=ended`);
  return refuse(submission, { fieldErrors: WORDS[done.error.reason], status: 422 });
});

export default function EndMembership() {
  const { personId, name, today } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<Fields>("end", { on: today });
  return (
    <>
      <BackLink href={`/admin/members/${personId}`}>{name}</BackLink>
      <Heading caption={name}>End membership</Heading>
      <p>Payments that come round are stopped, and nothing is paid back by itself.</p>
      <Form form={form}>
        <RadiosField
          field={fields.kind}
          label="Who ends the membership?"
          choices={[
            {
              value: "resign",
              label: "The member leaves",
              hint: "The day is the last as a member",
            },
            {
              value: "remove",
              label: "The association removes the member",
              hint: "The day is the first as none",
            },
          ]}
        />
        <TextField field={fields.on} label="Day" type="date" />
        <TextareaField
          field={fields.reason}
          label="Reason"
          hint={REASON_HINT}
          rows={3}
          guard={REASON_GUARD.reason}
        />
        <GuardedSave form={form} guard={REASON_GUARD} labels={REASON_LABELS}>
          End membership
        </GuardedSave>
      </Form>
    </>
  );
}
