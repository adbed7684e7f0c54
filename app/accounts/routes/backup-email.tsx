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
import { changeBackupEmail } from "../backup-email";
import { emailField, emailKeyOf } from "../email-key";
import { EmailField } from "../fields";
import { tooMany, waitHeader } from "../form-parts";
import { mayMailTo } from "../limits";
import { needFreshProof } from "../needs-fresh-proof";
import { addressesOnRecord } from "../queries/people";

export const meta = pageMeta({ title: "Backup email address" });
export const headers = waitHeader;

const schema = z.object({ backupEmail: emailField.optional() });

export const loader = page.signedIn(async (visit) => {
  await needFreshProof(visit);
  const { backupEmail } = await addressesOnRecord(visit.db, visit.actor.personId);
  return { backupEmail: backupEmail ?? "" };
});

export const action = page.signedIn(async (visit) => {
  await needFreshProof(visit);
  const { world, actor, form } = visit;
  const submission = parseWithZod(await form(), { schema });
  if (submission.status !== "success") return refuse(submission);
  const { backupEmail = null } = submission.value;
  if (backupEmail && !(await mayMailTo(world, emailKeyOf(backupEmail))))
    return refuse(submission, tooMany());
  const done = await changeBackupEmail(world, actor.personId, backupEmail, visit);
  if (done.ok) return redirect(`/account?done=${backupEmail ? "backupSaved" : "backupRemoved"}`);
  const words = "Enter a backup address that differs from your email address";
  return refuse(submission, { fieldErrors: { backupEmail: [words] }, status: 422 });
});

export default function BackupEmail() {
  const { backupEmail } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<z.input<typeof schema>>("backup-email", { backupEmail });
  return (
    <div className="portal-measure">
      <BackLink href="/account">Account</BackLink>
      <Heading>Backup email address</Heading>
      <p>
        If you change employer and lose your work mailbox, you can choose a new password with this
        address. A private one is best. We also tell it when your account changes.
      </p>
      <Form form={form}>
        <EmailField
          field={fields.backupEmail}
          label="Backup email address"
          hint="Leave it empty to have none"
          autoComplete="email"
        />
        <Button>Save backup address</Button>
      </Form>
    </div>
  );
}
