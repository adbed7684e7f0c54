import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound, page } from "~/access";
import { parseGuarded } from "~/guard/form";
import { GuardedSave } from "~/guard/guarded-save";
import { newId } from "~/lib/id";
import { counted, instantInWords } from "~/lib/words";
import { associationSettings } from "~/office/settings";
import { TextareaField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { emailField } from "../email-key";
import { EmailField } from "../fields";
import { NOT_HELPED_WORDS } from "../may-help-words";
import { moveAccount, type NotMoved } from "../move-account";
import { moveOf } from "../queries/moves";
import { accountOf } from "../queries/people";
import { REASON_GUARD, reasonField } from "../reason-page";

export const meta = pageMeta({ title: "Move this account to a new address" });

const schema = z.object({ id: z.uuid(), email: emailField, reason: reasonField });

export const loader = page.may("moveAccounts")(async ({ db, params }) => {
  const holder = await accountOf(db, params.id ?? "");
  if (!holder) throw notFound();
  const { personId, email, backupEmail } = holder;
  const current = await moveOf(db, personId);
  const { accountMoveHours } = await associationSettings(db);
  const takesEffect = current && instantInWords(current.takesEffectAt);
  return { id: newId(), personId, email, backupEmail, takesEffect, hours: accountMoveHours };
});

export const action = page.may("moveAccounts")(async (visit) => {
  const { world, actor, form, params } = visit;
  const personId = params.id ?? "";
  const submission = parseGuarded(await form(), { schema, guard: REASON_GUARD });
  if (submission.status !== "success") return refuse(submission);
  const { id, email: toEmail, reason } = submission.value;
  const done = await moveAccount(world, { id, personId, toEmail, reason, by: actor }, visit);
  if (done.ok) return redirect(`/admin/members/${personId}?done=accountMoveRequested`);
  if (done.error.reason === "noPerson") throw notFound();
  return refuse(submission, { ...WORDS[done.error.reason], status: 422 });
});

type Words = Parameters<typeof refuse>[1];

const WORDS: Record<Exclude<NotMoved["reason"], "noPerson">, Words> = {
  ownAccount: { formErrors: [NOT_HELPED_WORDS.ownAccount] },
  staffAccount: { formErrors: [NOT_HELPED_WORDS.staffAccount] },
  taken: {
    fieldErrors: { email: ["Enter another address: this one belongs to somebody already"] },
  },
  underWay: { formErrors: ["A move of this account is under way already"] },
};

export default function AdminMoveAccount() {
  const { id, personId, email, backupEmail, takesEffect, hours } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<z.input<typeof schema>>("move-account", { id });
  const told = backupEmail ? `${email}, ${backupEmail}` : email;
  return (
    <div className="portal-measure">
      <BackLink href={`/admin/members/${personId}`}>Person</BackLink>
      <Heading>Move this account to a new address</Heading>
      {takesEffect && <p role="status">A move is under way. It takes effect on {takesEffect}.</p>}
      <p>
        For somebody who has lost the mailbox of {email}. Be sure that it is they who ask: call them
        back on a number that you know.
      </p>
      <p>
        We write to {told} and the new address. Anybody there can stop the move. After{" "}
        {counted(hours, "hour")} it takes effect and their devices are signed out.
      </p>
      <Form form={form}>
        <input type="hidden" name="id" value={fields.id.initialValue} />
        <EmailField field={fields.email} label="New email address" autoComplete="off" />
        <TextareaField
          field={fields.reason}
          label="Reason"
          hint="How you know that it is they. Kept in the history"
          rows={3}
          guard={REASON_GUARD.reason}
        />
        <GuardedSave form={form} guard={REASON_GUARD} labels={{ reason: "Reason" }}>
          Move account
        </GuardedSave>
      </Form>
    </div>
  );
}
