import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page } from "~/access";
import { safeRedirect } from "~/lib/safe-redirect";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { emailField, emailKeyOf } from "../email-key";
import { EmailField } from "../fields";
import { finishSignIn, landingOf } from "../finish-sign-in";
import { nextField, tooMany, waitHeader } from "../form-parts";
import { mayAskForMail, mayMailTo, mayTryCode } from "../limits";
import { LinkButton, LinkEnded } from "../link-page";
import { findLink } from "../one-time-links";
import { askForSignInLink, proveByMailbox } from "../sign-in";
import { startWaiting, waitingFor } from "../waiting";

export const meta = pageMeta({ title: "Sign in by email" });
export const headers = waitHeader;

const schema = z.object({ email: emailField, next: nextField });

/** Looking changes nothing, however often a mail scanner looks. */
export const loader = page.public(async (visit) => {
  const { actor, db, url, realNow } = visit;
  const token = url.searchParams.get("token");
  const next = safeRedirect(url.searchParams.get("next"), "");
  if (token === null) {
    if (actor) throw redirect(await landingOf(visit, actor.personId, next));
    return { kind: "form" as const, next };
  }
  const link = await findLink(db, token, "signIn", realNow);
  return link
    ? { kind: "link" as const, token, email: link.email }
    : data({ kind: "ended" as const }, { status: 410 });
});

export const action = page.public(async (visit) => {
  const { world, form, networkAddress } = visit;
  const sent = await form();
  const token = sent.get("token");
  const submission = parseWithZod(sent, { schema });
  if (typeof token === "string") {
    if (!(await mayTryCode(world, networkAddress))) return refuse(submission, tooMany());
    const proven = await proveByMailbox(world, { token }, visit);
    if (!proven.ok) throw redirect(`/sign-in/link?token=${encodeURIComponent(token)}`);
    const next = waitingFor(visit, "signIn")?.next ?? "";
    return redirect(await finishSignIn(visit, proven.value.personId, next));
  }
  if (submission.status !== "success") return refuse(submission);
  const { email, next } = submission.value;
  const mayGoOn =
    (await mayAskForMail(world, networkAddress)) && (await mayMailTo(world, emailKeyOf(email)));
  if (!mayGoOn) return refuse(submission, tooMany());
  const attemptId = await askForSignInLink(world, email, visit);
  startWaiting(visit, { purpose: "signIn", email, attemptId, next: safeRedirect(next, "") }, 10);
  return redirect("/sign-in/code");
});

export default function SignInLink() {
  const shown = useLoaderData<typeof loader>();
  if (shown.kind === "form") return <AskForLink next={shown.next} />;
  if (shown.kind === "ended")
    return (
      <LinkEnded>
        <p>
          <a href="/sign-in/link">Ask for a new link</a> or <a href="/sign-in">sign in</a> with your
          password.
        </p>
      </LinkEnded>
    );
  return (
    <LinkButton title="Sign in" token={shown.token} button="Sign in">
      <p>
        You are about to sign in as <strong>{shown.email}</strong>.
      </p>
    </LinkButton>
  );
}

function AskForLink({ next }: { next: string }) {
  const [form, fields] = usePostedForm<z.input<typeof schema>>("sign-in-link", { next });
  return (
    <div className="portal-measure">
      <BackLink href="/sign-in">Sign in with a password</BackLink>
      <Heading>Sign in by email</Heading>
      <p>We send you a code and a link. Either signs you in.</p>
      <Form form={form}>
        <EmailField field={fields.email} />
        <input type="hidden" name="next" value={next} />
        <Button>Send me a code</Button>
      </Form>
    </div>
  );
}
