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
import { askForReset } from "../change-password";
import { emailField, emailKeyOf } from "../email-key";
import { EmailField } from "../fields";
import { tooMany, waitHeader } from "../form-parts";
import { mayAskForMail, mayMailTo } from "../limits";

export const meta = pageMeta({ title: "Forgotten password" });
export const headers = waitHeader;

const schema = z.object({ email: emailField });

export const loader = page.public(({ url }) => ({ isSent: url.searchParams.has("sent") }));

export const action = page.public(async (visit) => {
  const { world, form, networkAddress } = visit;
  const submission = parseWithZod(await form(), { schema });
  if (submission.status !== "success") return refuse(submission);
  const { email } = submission.value;
  const mayGoOn =
    (await mayAskForMail(world, networkAddress)) && (await mayMailTo(world, emailKeyOf(email)));
  if (!mayGoOn) return refuse(submission, tooMany());
  await askForReset(world, email, visit);
  return redirect("/forgotten-password?sent");
});

export default function ForgottenPassword() {
  const { isSent } = useLoaderData<typeof loader>();
  return isSent ? <Sent /> : <Ask />;
}

function Ask() {
  const [form, fields] = usePostedForm<z.input<typeof schema>>("forgotten-password");
  return (
    <div className="portal-measure">
      <BackLink href="/sign-in">Sign in</BackLink>
      <Heading>Choose a new password</Heading>
      <p>We send you a link. Your backup address works too, if you have confirmed one.</p>
      <Form form={form}>
        <EmailField field={fields.email} />
        <Button>Send me a link</Button>
      </Form>
    </div>
  );
}

const Sent = () => (
  <div className="portal-measure">
    <Heading>Check your email</Heading>
    <p>
      If there is an account with that address, we have sent a link to choose a new password. It
      works for 30 minutes.
    </p>
    <p>
      No email? Look in your junk folder, or <a href="/forgotten-password">try another address</a>.
      If you have lost your mailbox, <a href="/contact">write to us</a>.
    </p>
  </div>
);
