import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, page } from "~/access";
import { parseGuarded } from "~/guard/form";
import { isId, newId } from "~/lib/id";
import { refuse } from "~/ui/form/refuse";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { ACTIVITY_GUARD } from "../activity-fields";
import { ActivityForm } from "../activity-form";
import { newActivityForm } from "../activity-page";
import { activitySchema } from "../activity-schema";
import { logActivity } from "../log-activity";
import { refusalWords } from "../words";

export const meta = pageMeta({ title: "Log an activity" });

export const loader = page.member(({ db, now }) => newActivityForm(db, now));

export const action = page.member(async ({ db, actor, form, now }) => {
  const posted = await form();
  const submission = parseGuarded(posted, {
    schema: activitySchema(posted.get("duration")),
    guard: ACTIVITY_GUARD,
  });
  if (submission.status !== "success") return refuse(submission);
  const id = isId(submission.value.id) ? submission.value.id : newId();
  const logged = await logActivity(db, actor.personId, { ...submission.value, id }, now);
  if (logged.ok) return redirect(`/cpd?logged=${logged.value.id}`);
  if (logged.error.reason === "notFound") throw notFound();
  return refuse(submission, { fieldErrors: refusalWords(logged.error), status: 422 });
});

export default function NewActivity() {
  const { categories, defaults } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href="/cpd">Your CPD</BackLink>
      <Heading>Log an activity</Heading>
      <ActivityForm categories={categories} defaults={defaults} save="Save activity" />
    </>
  );
}
