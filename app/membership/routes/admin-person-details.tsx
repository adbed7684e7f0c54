import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page } from "~/access";
import { EMPLOYER_KINDS, EMPLOYER_WORDS, NATIONS } from "~/accounts/contact-choices";
import { updateProfile } from "~/accounts/profile";
import { currentEmployment, profileOf } from "~/accounts/queries/profile";
import { parseGuarded } from "~/guard/form";
import { GuardedSave } from "~/guard/guarded-save";
import { SelectField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { personForAct } from "../person-for-act";

export const meta = pageMeta({ title: "Edit details" });

const line = (most: number) =>
  z.string().trim().max(most, `Must be ${most} characters or fewer`).default("");

const schema = z
  .object({
    givenName: z
      .string({ error: "Enter a first name" })
      .trim()
      .min(1, "Enter a first name")
      .max(80, "First name must be 80 characters or fewer"),
    familyName: z
      .string({ error: "Enter a last name" })
      .trim()
      .min(1, "Enter a last name")
      .max(80, "Last name must be 80 characters or fewer"),
    jobTitle: line(120),
    employerKind: z.enum(EMPLOYER_KINDS, { error: "Select the kind of employer" }),
    employerName: line(200),
    nation: z.enum(NATIONS, { error: "Select a nation" }),
    region: line(100),
  })
  .refine(({ employerKind, employerName }) => employerKind === "none" || employerName, {
    path: ["employerName"],
    error: "Enter the name of the employer",
  });

type Fields = { [Field in keyof z.input<typeof schema>]?: string };

const GUARD = { givenName: "personal", familyName: "personal", jobTitle: "freeText" } as const;
const LABELS = { givenName: "First name", familyName: "Last name", jobTitle: "Job title" };

export const loader = page.may("editPeople")(async ({ db, params }) => {
  const person = await personForAct(db, params.id);
  const { email: _kept, ...profile } = await profileOf(db, person.personId);
  const employment = await currentEmployment(db, person.personId);
  return { ...person, profile, employment: employment ?? null };
});

export const action = page.may("editPeople")(async ({ db, actor, form, params, now }) => {
  const { personId } = await personForAct(db, params.id);
  const submission = parseGuarded(await form(), { schema, guard: GUARD });
  if (submission.status !== "success") return refuse(submission);
  const { employerKind, employerName, ...profile } = submission.value;
  const employer = employerKind === "none" ? null : { name: employerName, kind: employerKind };
  await db
    .transaction()
    .execute((trx) => updateProfile(trx, personId, { ...profile, employer }, now, actor.personId));
  return redirect(`/admin/members/${personId}?done=details`);
});

export default function EditDetails() {
  const { personId, name, profile, employment } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<Fields>("details", {
    ...profile,
    employerName: employment?.employerName,
    employerKind: employment?.kind ?? "none",
  });
  return (
    <>
      <BackLink href={`/admin/members/${personId}`}>{name}</BackLink>
      <Heading caption={name}>Edit details</Heading>
      <Form form={form}>
        <TextField field={fields.givenName} label="First name" />
        <TextField field={fields.familyName} label="Last name" />
        <TextField field={fields.jobTitle} label="Job title" guard={GUARD.jobTitle} />
        <SelectField
          field={fields.employerKind}
          label="Kind of employer"
          choices={EMPLOYER_KINDS.map((value) => ({
            value,
            label: value === "none" ? "Not employed at the moment" : EMPLOYER_WORDS[value],
          }))}
        />
        <TextField field={fields.employerName} label="Employer" />
        <SelectField
          field={fields.nation}
          label="Nation"
          choices={NATIONS.map((value) => ({ value, label: value }))}
        />
        <TextField field={fields.region} label="Region, county or health board" />
        <GuardedSave form={form} guard={GUARD} labels={LABELS}>
          Save details
        </GuardedSave>
      </Form>
    </>
  );
}
