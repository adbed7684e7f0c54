import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, page } from "~/access";
import { may } from "~/accounts/policy";
import { parseGuarded } from "~/guard/form";
import { refuse } from "~/ui/form/refuse";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { decideApplication } from "../applications/decide";
import { applicationForOffice } from "../joining/application-for-office";
import { ApplicationRecord } from "../joining/application-record";
import { DECISION_GUARD, decisionSchema, notDecidedInWords } from "../joining/decision";
import { DecisionForm } from "../joining/decision-form";

export const meta = pageMeta({ title: "Application" });

export const loader = page.may("readApplications")(async ({ db, actor, params, now }) => {
  const shown = await applicationForOffice(db, params.id ?? "", now);
  if (!shown) throw notFound();
  const isOwn = shown.personId === actor.personId;
  return { ...shown, isOwn, mayDecide: may(actor.roles, "decideApplications") };
});

export const action = page.may("decideApplications")(async ({ db, actor, params, form, now }) => {
  const submission = parseGuarded(await form(), {
    schema: decisionSchema,
    guard: DECISION_GUARD,
  });
  if (submission.status !== "success") return refuse(submission);
  const { kind, reason = "", seen } = submission.value;
  const given = { applicationId: params.id ?? "", kind, reason, by: actor.personId, seen };
  const decided = await decideApplication(db, given, now);
  if (decided.ok) return redirect(`/admin/applications?done=${kind}`);
  if (decided.error.reason === "notFound") throw notFound();
  return refuse(submission, { formErrors: [notDecidedInWords(decided.error)], status: 409 });
});

export default function ApplicationPage() {
  const shown = useLoaderData<typeof loader>();
  const { name, isOwn, mayDecide, isUndecided } = shown;
  return (
    <>
      <BackLink href="/admin/applications">All applications</BackLink>
      <Heading caption="Application">{name}</Heading>
      <ApplicationRecord {...shown} />
      {isOwn && <p>This is your own application. Somebody else decides it.</p>}
      {mayDecide && !isOwn && <DecisionForm seen={shown.stateSince} isUndecided={isUndecided} />}
    </>
  );
}
