import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page } from "~/access";
import { associationSettings } from "~/office/settings";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { resetPassword } from "../change-password";
import { PasswordField } from "../fields";
import { newPassword, PASSWORD_WORDS, tooMany, waitHeader } from "../form-parts";
import { mayTryCode } from "../limits";
import { LinkEnded } from "../link-page";
import { findLink } from "../one-time-links";
import { passwordProblem } from "../password-rules";

export const meta = pageMeta({ title: "Choose a new password" });
export const headers = waitHeader;

const schema = z.object({
  token: z.string({ error: "Open the link again" }),
  password: newPassword,
});

export const loader = page.byToken(async ({ db, url, realNow }) => {
  const token = url.searchParams.get("token") ?? "";
  const link = await findLink(db, token, "resetPassword", realNow);
  return link ? { token } : data({ token: null }, { status: 410 });
});

export const action = page.byToken(async (visit) => {
  const { world, db, form, networkAddress, realNow } = visit;
  const submission = parseWithZod(await form(), { schema });
  if (submission.status !== "success") return refuse(submission);
  if (!(await mayTryCode(world, networkAddress))) return refuse(submission, tooMany());
  const { token, password } = submission.value;
  const ended = `/reset-password?token=${encodeURIComponent(token)}`;
  const link = await findLink(db, token, "resetPassword", realNow);
  if (!link) return redirect(ended);
  const { name } = await associationSettings(db);
  const problem = passwordProblem(password, [link.email, name]);
  if (problem) return refuse(submission, { fieldErrors: { password: [PASSWORD_WORDS[problem]] } });
  const done = await resetPassword(world, { token, password }, visit);
  return redirect(done.ok ? "/sign-in?done=passwordChanged" : ended);
});

export default function ResetPassword() {
  const { token } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<z.input<typeof schema>>("reset-password");
  if (token === null)
    return (
      <LinkEnded>
        <p>
          <a href="/forgotten-password">Ask for a new link</a>
        </p>
      </LinkEnded>
    );
  return (
    <div className="portal-measure">
      <Heading>Choose a new password</Heading>
      <Form form={form}>
        <PasswordField field={fields.password} label="New password" isNew />
        <input type="hidden" name="token" value={token} />
        <Button>Change password</Button>
      </Form>
      <p>Your devices will be signed out. Two-factor sign-in, if you use it, stays on.</p>
    </div>
  );
}
