import { data, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { page } from "~/access";
import { counted } from "~/lib/words";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { type NotFinished, readSentAgain, signInToFinish } from "../finish-sent";
import { waitHeader } from "../form-parts";
import { mayTrySignIn, WAIT_MINUTES } from "../limits";
import { SignInToFinish } from "../sign-in-to-finish";

export const meta = pageMeta({ title: "Sign in to finish" });
export const headers = waitHeader;

export const loader = page.public(() => null);

/** Lets the sender in and has the browser send the form on, whole, to where it was going (307 keeps method and body). */
export const action = page.public(async (visit) => {
  const sent = readSentAgain(await visit.form());
  const mayTry = await mayTrySignIn(visit.world, visit.networkAddress);
  const done = mayTry
    ? await signInToFinish(visit, sent)
    : { ok: false as const, error: { reason: "blocked" as const, minutes: WAIT_MINUTES } };
  if (done.ok) return redirect(sent.needed.to, 307);
  const { needed, email } = sent;
  return data({ needed, email, problem: wordsFor(done.error) }, refusal(done.error));
});

const refusal = (error: NotFinished) =>
  error.reason === "blocked"
    ? { status: 429, headers: { "Retry-After": String(error.minutes * 60) } }
    : { status: 422 };

function wordsFor(error: NotFinished): string {
  switch (error.reason) {
    case "blocked":
      return `Too many tries. Wait ${counted(error.minutes, "minute")}, then try again.`;
    case "codeNeeded":
      return "Enter your password again, and the code from your app";
    case "unconfirmed":
      return "Your email address is not confirmed yet. Sign in in another tab to confirm it, then come back here.";
    case "wrong":
      return "What you entered is not right. Check it and try again.";
  }
}

export default function SignInFinish() {
  const refused = useActionData<typeof action>();
  return refused ? <SignInToFinish {...refused} /> : <NothingToFinish />;
}

/** The address was opened by itself, or the page was left and come back to. */
const NothingToFinish = () => (
  <div className="portal-measure">
    <Heading>There is nothing to finish here</Heading>
    <p>
      Go back to the page that you were on and send it again, or <a href="/sign-in">sign in</a>.
    </p>
  </div>
);
