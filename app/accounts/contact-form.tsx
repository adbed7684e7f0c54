import type { z } from "zod";
import { GuardedSave } from "~/guard/guarded-save";
import { SelectField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { EMPLOYER_KINDS, EMPLOYER_WORDS, NATIONS } from "./contact-choices";
import type { ContactDetails } from "./contact-details";
import { CONTACT_GUARD, type contactSchema } from "./contact-schema";

const LABELS = {
  jobTitle: "Job title",
  region: "Region, county or health board",
  employerName: "Employer’s name",
};

const none = { value: "", label: "Choose" };
const nations = [none, ...NATIONS.map((nation) => ({ value: nation, label: nation }))];
const employers = [
  none,
  ...EMPLOYER_KINDS.map((kind) => ({ value: kind, label: EMPLOYER_WORDS[kind] })),
];

/** Name and work, as the register, certificates and the office use them. */
export function ContactForm({ details }: { details: ContactDetails }) {
  const [form, fields] = usePostedForm<z.input<typeof contactSchema>>(
    "contact",
    details as z.input<typeof contactSchema>,
  );
  return (
    <Form form={form}>
      <TextField field={fields.givenName} label="First name" autoComplete="given-name" />
      <TextField field={fields.familyName} label="Last name" autoComplete="family-name" />
      <TextField
        field={fields.jobTitle}
        label={LABELS.jobTitle}
        guard={CONTACT_GUARD.jobTitle}
        autoComplete="organization-title"
      />
      <SelectField field={fields.nation} label="Nation you work in" choices={nations} />
      <TextField field={fields.region} label={LABELS.region} guard={CONTACT_GUARD.region} />
      <SelectField field={fields.employerKind} label="Kind of employer" choices={employers} />
      <TextField
        field={fields.employerName}
        label={LABELS.employerName}
        guard={CONTACT_GUARD.employerName}
        autoComplete="organization"
      />
      <GuardedSave form={form} guard={CONTACT_GUARD} labels={LABELS}>
        Save details
      </GuardedSave>
    </Form>
  );
}
