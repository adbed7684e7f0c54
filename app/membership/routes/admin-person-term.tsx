import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound, page } from "~/access";
import { parseGuarded } from "~/guard/form";
import { GuardedSave } from "~/guard/guarded-save";
import { dateInWords } from "~/lib/words";
import { TextareaField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { correctTerm } from "../correct-term";
import { dayField, REASON_GUARD, REASON_HINT, REASON_LABELS, reasonField } from "../office-fields";
import { personForAct } from "../person-for-act";
import { termOfPerson } from "../queries/terms";

export const meta = pageMeta({ title: "Correct dates" });

const schema = z.object({
  newEndsOn: dayField("Enter the last day that the term covers"),
  reason: reasonField,
});

type Fields = { [Field in keyof z.input<typeof schema>]?: string };

export const loader = page.may("grantCover")(async ({ db, params }) => {
  const person = await personForAct(db, params.id);
  const term = await termOfPerson(db, person.personId, params.termId ?? "");
  if (!term) throw notFound();
  return { ...person, startsOn: term.startsOn, endsOn: term.endsOn };
});

export const action = page.may("grantCover")(async ({ db, actor, form, params, now }) => {
  const { personId } = await personForAct(db, params.id);
  const submission = parseGuarded(await form(), { schema, guard: REASON_GUARD });
  if (submission.status !== "success") return refuse(submission);
  const correction = {
    ...submission.value,
    personId,
    termId: params.termId ?? "",
    by: actor.personId,
  };
  const done = await correctTerm(db, correction, now);
  if (!done.ok) throw notFound();
  return redirect(`/admin/members/${personId}?done=corrected`);
});

export default function CorrectTerm() {
  const { personId, name, startsOn, endsOn } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<Fields>("correction", { newEndsOn: endsOn });
  return (
    <>
      <BackLink href={`/admin/members/${personId}`}>{name}</BackLink>
      <Heading caption={name}>Correct dates</Heading>
      <p>
        This term was made from {dateInWords(startsOn)} until {dateInWords(endsOn)}. It stays on
        record as it was made, with your correction beside it.
      </p>
      <Form form={form}>
        <TextField
          field={fields.newEndsOn}
          label="Last day that it covers"
          hint="The day before its first takes all of it back"
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
          Correct dates
        </GuardedSave>
      </Form>
    </>
  );
}
