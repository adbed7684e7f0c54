import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { z } from "zod";
import { page } from "~/access";
import { associationSettings } from "~/office/settings";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { changePassword } from "../change-password";
import { PasswordField } from "../fields";
import { newPassword, PASSWORD_WORDS } from "../form-parts";
import { needFreshProof } from "../needs-fresh-proof";
import { passwordProblem } from "../password-rules";

export const meta = pageMeta({ title: "Change password" });

const schema = z.object({ newPassword });

export const loader = page.signedIn(async (visit) => {
  await needFreshProof(visit);
  return null;
});

export const action = page.signedIn(async (visit) => {
  await needFreshProof(visit);
  const { world, db, actor, form } = visit;
  const submission = parseWithZod(await form(), { schema });
  if (submission.status !== "success") return refuse(submission);
  const { name } = await associationSettings(db);
  const context = [actor.email, actor.givenName, actor.familyName, name];
  const problem = passwordProblem(submission.value.newPassword, context);
  if (problem)
    return refuse(submission, { fieldErrors: { newPassword: [PASSWORD_WORDS[problem]] } });
  await changePassword(world, actor, submission.value.newPassword, visit);
  return redirect("/account/security?done=passwordChanged");
});

export default function ChangePassword() {
  const [form, fields] = usePostedForm<z.input<typeof schema>>("password");
  return (
    <div className="portal-measure">
      <BackLink href="/account/security">Security</BackLink>
      <Heading>Change password</Heading>
      <p>Your other devices will be signed out.</p>
      <Form form={form}>
        <PasswordField field={fields.newPassword} label="New password" isNew />
        <Button>Change password</Button>
      </Form>
    </div>
  );
}
