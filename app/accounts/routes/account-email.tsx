import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page } from "~/access";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { askForEmailChange } from "../change-email";
import { emailField, emailKeyOf } from "../email-key";
import { EmailField } from "../fields";
import { tooMany, waitHeader } from "../form-parts";
import { mayMailTo } from "../limits";
import { needFreshProof } from "../needs-fresh-proof";

export const meta = pageMeta({ title: "Change email address" });
export const headers = waitHeader;

const schema = z.object({ email: emailField });

export const loader = page.signedIn(async (visit) => {
  await needFreshProof(visit);
  return { current: visit.actor.email };
});

export const action = page.signedIn(async (visit) => {
  await needFreshProof(visit);
  const { world, actor, form } = visit;
  const submission = parseWithZod(await form(), { schema });
  if (submission.status !== "success") return refuse(submission);
  const { email } = submission.value;
  if (!(await mayMailTo(world, emailKeyOf(email)))) return refuse(submission, tooMany());
  const asked = await askForEmailChange(world, actor.personId, email, visit);
  if (asked.ok) return redirect("/account?done=emailChangeAsked");
  const words = "Enter an address that differs from the present one";
  return refuse(submission, { fieldErrors: { email: [words] }, status: 422 });
});

export default function AccountEmail() {
  const { current } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<z.input<typeof schema>>("email");
  return (
    <div className="portal-measure">
      <BackLink href="/account">Account</BackLink>
      <Heading>Change email address</Heading>
      <p>
        Now: <strong>{current}</strong>. We send a link to the new address; the change is made when
        you open it. We tell the old address too.
      </p>
      <Form form={form}>
        <EmailField field={fields.email} label="New email address" autoComplete="email" />
        <Button>Send me a link</Button>
      </Form>
    </div>
  );
}
