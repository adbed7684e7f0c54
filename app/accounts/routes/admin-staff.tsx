import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page } from "~/access";
import { parseGuarded } from "~/guard/form";
import { GuardedSave } from "~/guard/guarded-save";
import { civilDateOf } from "~/lib/civil-date";
import { Done } from "~/ui/done";
import { SelectField, TextareaField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { emailField } from "../email-key";
import { EmailField } from "../fields";
import { ROLE_WORDS, ROLES } from "../policy";
import { heldRoles } from "../queries/staff";
import { REASON_GUARD, reasonField } from "../reason-page";
import { giveRole, type NotGiven } from "../staff-roles";
import { StaffTable } from "../staff-table";

export const meta = pageMeta({ title: "Staff" });

const LABELS = { reason: "Reason" };

const schema = z.object({
  email: emailField,
  role: z.enum(ROLES, { error: "Select a role" }),
  reason: reasonField,
});

export const loader = page.may("editStaff")(async ({ db, actor, now }) => ({
  ownId: actor.personId,
  held: await heldRoles(db, civilDateOf(now)),
}));

export const action = page.may("editStaff")(async ({ db, actor, form, now }) => {
  const submission = parseGuarded(await form(), { schema, guard: REASON_GUARD });
  if (submission.status !== "success") return refuse(submission);
  const given = await giveRole(db, { ...submission.value, by: actor.personId }, now);
  if (given.ok) return redirect("/admin/staff?done=given");
  return refuse(submission, { fieldErrors: WORDS[given.error.reason], status: 422 });
});

const WORDS: Record<NotGiven["reason"], Record<string, string[]>> = {
  noAccount: {
    email: ["Enter the address of somebody with an account. They sign up first, like everybody."],
  },
  heldAlready: { role: ["They have this role already"] },
};

const DONE = { given: "The role is given", ended: "The role is ended" };

export default function AdminStaff() {
  const { held, ownId } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<z.input<typeof schema>>("give-role");
  const roles = ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role] }));
  return (
    <>
      <Heading>Staff</Heading>
      <Done words={DONE} />
      <StaffTable held={held} ownId={ownId} />
      <h2 className="nhsuk-heading-m">Give a role</h2>
      <div className="portal-measure">
        <Form form={form}>
          <EmailField
            field={fields.email}
            label="Email address of their account"
            autoComplete="off"
          />
          <SelectField
            field={fields.role}
            label="Role"
            choices={[{ value: "", label: "Choose" }, ...roles]}
          />
          <TextareaField
            field={fields.reason}
            label={LABELS.reason}
            hint="Kept in the history"
            rows={2}
            guard={REASON_GUARD.reason}
          />
          <GuardedSave form={form} guard={REASON_GUARD} labels={LABELS}>
            Give role
          </GuardedSave>
        </Form>
      </div>
    </>
  );
}
