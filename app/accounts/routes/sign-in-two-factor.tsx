import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { z } from "zod";
import { page, type Visit } from "~/access";
import type { Actor } from "~/actor";
import { safeRedirect } from "~/lib/safe-redirect";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { CodeField } from "../fields";
import { landingOf } from "../finish-sign-in";
import { appCode, tooMany, waitHeader } from "../form-parts";
import { mayTryCode } from "../limits";
import { startSession } from "../start-session";
import { proveByCode } from "../two-factor";
import { waitingFor } from "../waiting";

export const meta = pageMeta({ title: "Two-factor sign-in" });
export const headers = waitHeader;

const schema = z.object({ code: appCode });

/** Who has given the first proof: just now, or in a session from before the second was set up. */
function halfIn(visit: Visit<Actor | null>) {
  const waiting = waitingFor(visit, "twoFactor");
  if (waiting) return { personId: waiting.personId, next: waiting.next };
  const { actor, url } = visit;
  if (!actor?.hasTwoFactor) throw redirect(actor ? "/" : "/sign-in");
  const next = safeRedirect(url.searchParams.get("next"), "");
  if (actor.twoFactorAt) throw redirect(next || "/");
  return { personId: actor.personId, next };
}

export const loader = page.public((visit) => {
  halfIn(visit);
  return null;
});

export const action = page.public(async (visit) => {
  const { world, form, networkAddress, realNow } = visit;
  const { personId, next } = halfIn(visit);
  const submission = parseWithZod(await form(), { schema });
  if (submission.status !== "success") return refuse(submission);
  if (!(await mayTryCode(world, networkAddress))) return refuse(submission, tooMany());
  const proven = await proveByCode(world, personId, submission.value.code, visit);
  if (proven.ok) {
    await startSession(visit, personId, realNow.toString());
    return redirect(await landingOf(visit, personId, next));
  }
  if (proven.error.reason === "blocked") return refuse(submission, tooMany(proven.error.minutes));
  return refuse(submission, { fieldErrors: { code: [WRONG] }, status: 422 });
});

const WRONG = "Enter the code that your app shows now. Each code works once.";

export default function SignInTwoFactor() {
  const [form, fields] = usePostedForm<z.input<typeof schema>>("two-factor");
  return (
    <div className="portal-measure">
      <BackLink href="/sign-in">Sign in as somebody else</BackLink>
      <Heading>Enter your two-factor code</Heading>
      <Form form={form}>
        <CodeField
          field={fields.code}
          label="Code"
          hint="6 digits from your authenticator app. Without your phone, use a recovery code."
        />
        <Button>Sign in</Button>
      </Form>
      <p>
        No phone and no recovery codes? <a href="/contact">Write to us</a>. We check who you are and
        reset it.
      </p>
    </div>
  );
}
