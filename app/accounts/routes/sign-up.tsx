import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page } from "~/access";
import { safeRedirect } from "~/lib/safe-redirect";
import { associationSettings } from "~/office/settings";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { emailField, emailKeyOf } from "../email-key";
import { EmailField, PasswordField } from "../fields";
import { newPassword, nextField, PASSWORD_WORDS, tooMany, waitHeader } from "../form-parts";
import { mayMailTo, maySignUp } from "../limits";
import { passwordProblem } from "../password-rules";
import { signUp } from "../sign-up";
import { startWaiting } from "../waiting";

export const meta = pageMeta({ title: "Create an account" });
export const headers = waitHeader;

const schema = z
  .object({
    email: emailField,
    password: newPassword,
    backupEmail: emailField.optional(),
    next: nextField,
  })
  .refine(
    ({ email, backupEmail }) => !backupEmail || emailKeyOf(backupEmail) !== emailKeyOf(email),
    {
      path: ["backupEmail"],
      error: "Enter a backup address that differs from your email address",
    },
  );

export const loader = page.public(({ actor, url }) => {
  const next = safeRedirect(url.searchParams.get("next"), "");
  if (actor) throw redirect(next || "/join/apply");
  return { next };
});

export const action = page.public(async (visit) => {
  const { world, db, form, networkAddress } = visit;
  const submission = parseWithZod(await form(), { schema });
  if (submission.status !== "success") return refuse(submission);
  const { next, ...chosen } = submission.value;
  const { name } = await associationSettings(db);
  const context = [chosen.email, chosen.backupEmail ?? "", name];
  const problem = passwordProblem(chosen.password, context);
  if (problem) return refuse(submission, { fieldErrors: { password: [PASSWORD_WORDS[problem]] } });
  const mayGoOn =
    (await maySignUp(world, networkAddress)) && (await mayMailTo(world, emailKeyOf(chosen.email)));
  if (!mayGoOn) return refuse(submission, tooMany());
  const attemptId = await signUp(world, chosen, visit);
  const waiting = { purpose: "confirmEmail", email: chosen.email, attemptId } as const;
  startWaiting(visit, { ...waiting, next: safeRedirect(next, "") }, 24 * 60);
  return redirect("/verify-email");
});

export default function SignUp() {
  const { next } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<z.input<typeof schema>>("sign-up", { next });
  const signInAddress = next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in";
  return (
    <div className="portal-measure">
      <Heading>Create an account</Heading>
      <p>
        Already have an account? <a href={signInAddress}>Sign in</a>
      </p>
      <Form form={form}>
        <EmailField
          field={fields.email}
          hint="We will send a code to it. Work or private: you can change it later."
        />
        <PasswordField field={fields.password} isNew />
        <EmailField
          field={fields.backupEmail}
          label="Backup email address (optional)"
          hint="If you change employer and lose your work mailbox, this gets you back in. A private address is best."
          autoComplete="email"
        />
        <input type="hidden" name="next" value={next} />
        <Button>Create account</Button>
      </Form>
    </div>
  );
}
