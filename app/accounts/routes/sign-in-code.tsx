import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page } from "~/access";
import { refuse } from "~/ui/form/refuse";
import { pageMeta } from "~/ui/meta";
import { CodeSent, type CodeSentWords } from "../code-sent";
import { finishSignIn } from "../finish-sign-in";
import { CODE_WORDS, mailedCode, tooMany, waitHeader } from "../form-parts";
import { mayTryCode } from "../limits";
import { proveByMailbox } from "../sign-in";
import { waitingFor } from "../waiting";

export const meta = pageMeta({ title: "Enter the code from your email" });
export const headers = waitHeader;

const schema = z.object({ code: mailedCode });

export const loader = page.public((visit) => {
  const waiting = waitingFor(visit, "signIn");
  if (!waiting) throw redirect("/sign-in/link");
  return { email: waiting.email };
});

export const action = page.public(async (visit) => {
  const { world, form, networkAddress } = visit;
  const submission = parseWithZod(await form(), { schema });
  const waiting = waitingFor(visit, "signIn");
  if (!waiting) throw redirect("/sign-in/link");
  if (submission.status !== "success") return refuse(submission);
  if (!(await mayTryCode(world, networkAddress))) return refuse(submission, tooMany());
  const proof = { attemptId: waiting.attemptId, code: submission.value.code };
  const proven = await proveByMailbox(world, proof, visit);
  if (proven.ok) return redirect(await finishSignIn(visit, proven.value.personId, waiting.next));
  return refuse(submission, { fieldErrors: { code: [CODE_WORDS] }, status: 422 });
});

const WORDS: CodeSentWords = {
  title: "Check your email",
  about: "with a code, if there is an account with this address. It works for 10 minutes.",
  button: "Sign in",
  again: "/sign-in/code/again",
  otherwise: { href: "/sign-in", words: "Sign in with a password" },
};

export default function SignInCode() {
  const { email } = useLoaderData<typeof loader>();
  return <CodeSent email={email} words={WORDS} />;
}
