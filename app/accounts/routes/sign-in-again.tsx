import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page } from "~/access";
import { safeRedirect } from "~/lib/safe-redirect";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { CodeField, PasswordField } from "../fields";
import { appCode, nextField, tooMany, typedPassword, waitHeader } from "../form-parts";
import { mayTrySignIn } from "../limits";
import { proveAgain } from "../prove-again";
import { startSession } from "../start-session";

export const meta = pageMeta({ title: "Confirm that it is you" });
export const headers = waitHeader;

const schema = z
  .object({ password: typedPassword.optional(), code: appCode.optional(), next: nextField })
  .refine(({ password, code }) => password || code, {
    path: ["password"],
    error: "Enter your password",
  });

export const loader = page.public(({ actor, url }) => {
  const next = safeRedirect(url.searchParams.get("next"), "/account");
  if (!actor) throw redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  return { next, email: actor.email, hasTwoFactor: actor.hasTwoFactor };
});

export const action = page.public(async (visit) => {
  const { world, actor, form, networkAddress } = visit;
  const submission = parseWithZod(await form(), { schema });
  if (!actor) throw redirect("/sign-in");
  if (submission.status !== "success") return refuse(submission);
  if (!(await mayTrySignIn(world, networkAddress))) return refuse(submission, tooMany());
  const proven = await proveAgain(world, actor, submission.value, visit);
  if (proven.ok) {
    await startSession(visit, actor.personId, actor.twoFactorAt);
    return redirect(safeRedirect(submission.value.next, "/account"));
  }
  if (proven.error.reason === "blocked") return refuse(submission, tooMany(proven.error.minutes));
  return refuse(submission, { formErrors: [WRONG], status: 422 });
});

const WRONG = "That is not right. Check it and try again.";

export default function SignInAgain() {
  const { next, email, hasTwoFactor } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<z.input<typeof schema>>("sign-in-again", { next });
  return (
    <div className="portal-measure">
      <Heading>Confirm that it is you</Heading>
      <p>
        You are signed in as <strong>{email}</strong>. Before you go on we ask again, because this
        page can change much or you have been away for a while.
      </p>
      <Form form={form}>
        <PasswordField field={fields.password} />
        {hasTwoFactor && (
          <CodeField field={fields.code} label="Or a code from your app" hint="Either is enough" />
        )}
        <input type="hidden" name="next" value={next} />
        <Button>Go on</Button>
      </Form>
      <p>
        No password? <a href="/forgotten-password">Choose one</a>, or sign out and sign in by email.
      </p>
      <form method="post" action="/sign-out">
        <Button kind="secondary">Sign out</Button>
      </form>
    </div>
  );
}
