import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page, type Visit } from "~/access";
import type { Actor } from "~/actor";
import { refuse } from "~/ui/form/refuse";
import { pageMeta } from "~/ui/meta";
import { CodeSent, type CodeSentWords } from "../code-sent";
import { confirmEmail } from "../confirm-email";
import { finishSignIn } from "../finish-sign-in";
import { CODE_WORDS, mailedCode, tooMany, waitHeader } from "../form-parts";
import { mayTryCode } from "../limits";
import { LinkButton, LinkEnded } from "../link-page";
import { findLink } from "../one-time-links";
import { waitingFor } from "../waiting";

export const meta = pageMeta({ title: "Confirm your email address" });
export const headers = waitHeader;

const schema = z.object({ code: mailedCode });

/** Looking changes nothing, however often a mail scanner looks. */
export const loader = page.public(async (visit) => {
  const { db, url, realNow, actor } = visit;
  const token = url.searchParams.get("token");
  if (token !== null) {
    const link = await findLink(db, token, "confirmEmail", realNow);
    return link
      ? { kind: "link" as const, token, email: link.email }
      : data({ kind: "ended" as const }, { status: 410 });
  }
  const waiting = waitingFor(visit, "confirmEmail");
  if (!waiting) throw redirect(actor ? "/" : "/sign-up");
  return { kind: "code" as const, email: waiting.email };
});

export const action = page.public(async (visit) => {
  const { world, form, networkAddress } = visit;
  const sent = await form();
  const token = sent.get("token");
  if (!(await mayTryCode(world, networkAddress)))
    return refuse(parseWithZod(sent, { schema }), tooMany());
  if (typeof token === "string") {
    const done = await confirmEmail(world, { token }, visit);
    if (!done.ok) throw redirect(`/verify-email?token=${encodeURIComponent(token)}`);
    return enter(visit, done.value.personId);
  }
  const submission = parseWithZod(sent, { schema });
  const waiting = waitingFor(visit, "confirmEmail");
  if (!waiting) throw redirect("/sign-in");
  if (submission.status !== "success") return refuse(submission);
  const { attemptId } = waiting;
  const done = await confirmEmail(world, { attemptId, code: submission.value.code }, visit);
  if (done.ok) return enter(visit, done.value.personId);
  return refuse(submission, { fieldErrors: { code: [CODE_WORDS] }, status: 422 });
});

async function enter(visit: Visit<Actor | null>, personId: string) {
  const next = waitingFor(visit, "confirmEmail")?.next || "/join/apply";
  return redirect(await finishSignIn(visit, personId, next));
}

const WORDS: CodeSentWords = {
  title: "Check your email",
  about: "with a code to confirm that it is yours. It works for 24 hours.",
  button: "Confirm email address",
  again: "/verify-email/again",
  otherwise: { href: "/sign-up", words: "Use another email address" },
};

export default function VerifyEmail() {
  const shown = useLoaderData<typeof loader>();
  if (shown.kind === "code") return <CodeSent email={shown.email} words={WORDS} />;
  if (shown.kind === "ended")
    return (
      <LinkEnded>
        <p>
          If your address is confirmed already, <a href="/sign-in">sign in</a>. If not,{" "}
          <a href="/sign-up">sign up again</a> and we send a new link.
        </p>
      </LinkEnded>
    );
  return (
    <LinkButton
      title="Confirm your email address"
      token={shown.token}
      button="Confirm email address"
    >
      <p>
        You are about to confirm <strong>{shown.email}</strong> and open your account. If you did
        not sign up, close this page: nothing happens.
      </p>
    </LinkButton>
  );
}
