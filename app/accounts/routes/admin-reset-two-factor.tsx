import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound, page } from "~/access";
import { parseGuarded } from "~/guard/form";
import { refuse } from "~/ui/form/refuse";
import { pageMeta } from "~/ui/meta";
import { NOT_HELPED_WORDS } from "../may-help-words";
import { accountOf } from "../queries/people";
import { REASON_GUARD, ReasonPage, reasonField } from "../reason-page";
import { resetTwoFactor } from "../reset-two-factor";

export const meta = pageMeta({ title: "Reset two-factor sign-in" });

const schema = z.object({ reason: reasonField });

export const loader = page.may("moveAccounts")(async ({ db, params }) => {
  const holder = await accountOf(db, params.id ?? "");
  if (!holder) throw notFound();
  return { personId: holder.personId, email: holder.email };
});

export const action = page.may("moveAccounts")(async (visit) => {
  const { world, actor, form, params } = visit;
  const personId = params.id ?? "";
  const submission = parseGuarded(await form(), { schema, guard: REASON_GUARD });
  if (submission.status !== "success") return refuse(submission);
  const request = { personId, reason: submission.value.reason, by: actor };
  const done = await resetTwoFactor(world, request, visit);
  if (done.ok) return redirect(`/admin/members/${personId}?done=twoFactorReset`);
  const { reason } = done.error;
  const words =
    reason === "notOn" ? "This account has no two-factor sign-in" : NOT_HELPED_WORDS[reason];
  return refuse(submission, { formErrors: [words], status: 422 });
});

export default function AdminResetTwoFactor() {
  const { personId, email } = useLoaderData<typeof loader>();
  return (
    <ReasonPage
      back={{ href: `/admin/members/${personId}`, words: "Person" }}
      title="Reset two-factor sign-in"
      button="Reset two-factor sign-in"
      about={`Only when you are sure that it is the owner of ${email} who asks: call them back on a number that you know. They are told by email, and signed out everywhere.`}
    />
  );
}
