import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page } from "~/access";
import { safeRedirect } from "~/lib/safe-redirect";
import { Button } from "~/ui/button";
import { Done } from "~/ui/done";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { emailField } from "../email-key";
import { EmailField, PasswordField } from "../fields";
import { finishSignIn, landingOf } from "../finish-sign-in";
import { nextField, tooMany, typedPassword, waitHeader } from "../form-parts";
import { mayTrySignIn } from "../limits";
import { proveByPassword } from "../sign-in";
import { confirmAgain } from "../sign-up";
import { startWaiting } from "../waiting";

export const meta = pageMeta({ title: "Sign in" });
export const headers = waitHeader;

const schema = z.object({ email: emailField, password: typedPassword, next: nextField });

export const loader = page.public(async (visit) => {
  const next = safeRedirect(visit.url.searchParams.get("next"), "");
  if (visit.actor) throw redirect(await landingOf(visit, visit.actor.personId, next));
  return { next };
});

export const action = page.public(async (visit) => {
  const { world, form, networkAddress } = visit;
  const submission = parseWithZod(await form(), { schema });
  if (submission.status !== "success") return refuse(submission);
  if (!(await mayTrySignIn(world, networkAddress))) return refuse(submission, tooMany());
  const next = safeRedirect(submission.value.next, "");
  const { email } = submission.value;
  const proven = await proveByPassword(world, submission.value, visit);
  if (proven.ok) return redirect(await finishSignIn(visit, proven.value.personId, next));
  if (proven.error.reason === "blocked") return refuse(submission, tooMany(proven.error.minutes));
  if (proven.error.reason === "wrong")
    return refuse(submission, { formErrors: [WRONG], status: 422 });
  const attemptId = await confirmAgain(world, email, visit);
  startWaiting(visit, { purpose: "confirmEmail", email, attemptId, next }, 24 * 60);
  return redirect("/verify-email");
});

const WRONG = "The email address or the password is not right. Check both and try again.";

const DONE = {
  passwordChanged: "Your password was changed. Sign in with the new one.",
  signedOut: "You are signed out",
  emailChanged: "Your email address was changed. Sign in with the new one.",
};

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<z.input<typeof schema>>("sign-in", { next });
  const query = next ? `?next=${encodeURIComponent(next)}` : "";
  return (
    <div className="portal-measure">
      <Heading>Sign in</Heading>
      <Done words={DONE} />
      <Form form={form}>
        <EmailField field={fields.email} />
        <PasswordField field={fields.password} />
        <input type="hidden" name="next" value={next} />
        <Button>Sign in</Button>
      </Form>
      <ul className="nhsuk-list">
        <li>
          <a href={`/sign-in/link${query}`}>Sign in by email, without a password</a>
        </li>
        <li>
          <a href="/forgotten-password">I have forgotten my password</a>
        </li>
        <li>
          <a href={`/sign-up${query}`}>Create an account</a>
        </li>
      </ul>
    </div>
  );
}
