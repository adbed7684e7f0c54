import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { z } from "zod";
import { notFound, page } from "~/access";
import { emailField } from "~/accounts/email-key";
import { EmailField, PasswordField } from "~/accounts/fields";
import { newPassword, PASSWORD_WORDS } from "~/accounts/form-parts";
import { passwordProblem } from "~/accounts/password-rules";
import { limit } from "~/lib/limit";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { mayBeSetUp, setUp } from "../set-up";
import { associationName } from "../settings-form";

export const meta = pageMeta({ title: "Set up the portal" });

const mayTry = limit(20, 60);

const name = (label: string) =>
  z
    .string({ error: `Enter your ${label}` })
    .trim()
    .min(1, `Enter your ${label}`)
    .max(80, "Names must be 80 characters or fewer");

const schema = z.object({
  associationName,
  givenName: name("first name"),
  familyName: name("last name"),
  email: emailField,
  password: newPassword,
});

export const loader = page.byToken(async ({ world, db, url, networkAddress }) => {
  const token = url.searchParams.get("token") ?? "";
  if (!(await mayTry(world, networkAddress)) || !(await mayBeSetUp(db, token))) throw notFound();
  return null;
});

export const action = page.byToken(async ({ world, db, url, form, now, networkAddress }) => {
  const token = url.searchParams.get("token") ?? "";
  if (!(await mayTry(world, networkAddress)) || !(await mayBeSetUp(db, token))) throw notFound();
  const submission = parseWithZod(await form(), { schema });
  if (submission.status !== "success") return refuse(submission);
  const { email, password, associationName: association } = submission.value;
  const problem = passwordProblem(password, [email, association]);
  if (problem) return refuse(submission, { fieldErrors: { password: [PASSWORD_WORDS[problem]] } });
  const done = await setUp(db, token, submission.value, now);
  if (done.ok) return redirect("/sign-in?next=/admin");
  if (done.error.reason === "closed") throw notFound();
  const words = "Somebody has this address already. Enter another one";
  return refuse(submission, { fieldErrors: { email: [words] }, status: 422 });
});

export default function SetUp() {
  const [form, fields] = usePostedForm<z.input<typeof schema>>("set-up");
  return (
    <>
      <Heading>Set up the portal</Heading>
      <p>
        This page works once. It names the association and makes you its first administrator.
        Grades, prices, the code of practice and the CPD rules start from examples, which you then
        check and change.
      </p>
      <Form form={form}>
        <TextField field={fields.associationName} label="Name of the association" />
        <TextField field={fields.givenName} label="Your first name" autoComplete="given-name" />
        <TextField field={fields.familyName} label="Your last name" autoComplete="family-name" />
        <EmailField field={fields.email} label="Your email address" />
        <PasswordField field={fields.password} isNew />
        <Button>Set up</Button>
      </Form>
    </>
  );
}
