import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page } from "~/access";
import { parseGuarded } from "~/guard/form";
import { GuardedSave } from "~/guard/guarded-save";
import { TextareaField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { dayField, REASON_GUARD, REASON_LABELS, reasonField } from "../office-fields";
import { personForAct } from "../person-for-act";
import { recordDeath } from "../record-death";

export const meta = pageMeta({ title: "Record a death" });

const schema = z.object({ diedOn: dayField("Enter the day"), reason: reasonField });

type Fields = { [Field in keyof z.input<typeof schema>]?: string };

const WORDS = {
  inFuture: ["Enter today or a day in the past"],
  recordedAlready: ["Somebody has recorded this already"],
};

export const loader = page.may("grantCover")(({ db, params }) => personForAct(db, params.id));

export const action = page.may("grantCover")(async ({ db, actor, form, params, now }) => {
  const { personId } = await personForAct(db, params.id);
  const submission = parseGuarded(await form(), { schema, guard: REASON_GUARD });
  if (submission.status !== "success") return refuse(submission);
  const given = { personId, ...submission.value, by: actor.personId };
  const done = await recordDeath(db, given, now);
  if (done.ok) return redirect(`/admin/members/${personId}?done=death`);
  return refuse(submission, { fieldErrors: { diedOn: WORDS[done.error.reason] }, status: 422 });
});

export default function RecordDeath() {
  const { personId, name } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<Fields>("death");
  return (
    <>
      <BackLink href={`/admin/members/${personId}`}>{name}</BackLink>
      <Heading caption={name}>Record a death</Heading>
      <p>
        Payments that come round are stopped, and the account is signed out everywhere. The record
        stays.
      </p>
      <Form form={form}>
        <TextField field={fields.diedOn} label="Day of the death" type="date" />
        <TextareaField
          field={fields.reason}
          label="Who told us"
          rows={2}
          guard={REASON_GUARD.reason}
        />
        <GuardedSave form={form} guard={REASON_GUARD} labels={REASON_LABELS}>
          Record the death
        </GuardedSave>
      </Form>
    </>
  );
}
