import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, page } from "~/access";
import { parseGuarded } from "~/guard/form";
import { dateInWords } from "~/lib/words";
import { hasCover } from "~/membership/standing";
import { Button } from "~/ui/button";
import { Done } from "~/ui/done";
import { refuse } from "~/ui/form/refuse";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { ACTIVITY_GUARD, isUsualTime } from "../activity-fields";
import { ActivityForm } from "../activity-form";
import { activityPage } from "../activity-page";
import { activitySchema } from "../activity-schema";
import { ActivitySummary } from "../activity-summary";
import { editActivity } from "../edit-activity";
import { refusalWords } from "../words";

export const meta = pageMeta({ title: "CPD activity" });

export const loader = page.recordHolder(async ({ db, actor, params, now }) => {
  const found = await activityPage(db, { personId: actor.personId, id: params.id ?? "" }, now);
  if (!found) throw notFound();
  return { ...found, isMember: hasCover(actor.standing) };
});

export const action = page.member(async ({ db, actor, form, params, now }) => {
  const posted = await form();
  const submission = parseGuarded(posted, {
    schema: activitySchema(posted.get("duration")),
    guard: ACTIVITY_GUARD,
  });
  const id = params.id ?? "";
  if (!(await activityPage(db, { personId: actor.personId, id }, now))) throw notFound();
  if (submission.status !== "success") return refuse(submission);
  const saved = await editActivity(db, actor.personId, { ...submission.value, id }, now);
  if (saved.ok) return redirect(`/cpd/activities/${id}?done=activitySaved`);
  if (saved.error.reason === "notFound") throw notFound();
  return refuse(submission, { fieldErrors: refusalWords(saved.error), status: 422 });
});

const DONE = { activitySaved: "Activity saved", activityRestored: "Activity restored" };

export default function Activity() {
  const { activity, categories, isClosed, isMember } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href="/cpd/activities">Your activities</BackLink>
      <Done words={DONE} />
      <Heading caption={dateInWords(activity.completedOn)}>{activity.title}</Heading>
      <ActivitySummary activity={activity} />
      {isMember && !isClosed ? (
        <>
          <h2 className="nhsuk-heading-m">Change this activity</h2>
          <ActivityForm
            categories={categories}
            defaults={defaultsOf(activity)}
            save="Save changes"
          />
          <form method="post" action={`/cpd/activities/${activity.id}/delete`}>
            <Button kind="secondary">Delete activity</Button>
          </form>
        </>
      ) : (
        <p className="nhsuk-inset-text">
          {isMember
            ? "The CPD year of this activity is closed, so it stays as it is."
            : "You can read your record, but only members can change it."}
        </p>
      )}
    </>
  );
}

type Loaded = Awaited<ReturnType<typeof loader>>["activity"];

const defaultsOf = (activity: Loaded) => ({
  id: activity.id,
  title: activity.title,
  completedOn: activity.completedOn,
  // a usual length is chosen and not typed, so that choosing another counts without script too
  ...(isUsualTime(activity.minutes)
    ? { duration: String(activity.minutes) }
    : { minutes: String(activity.minutes) }),
  categoryId: activity.categoryId,
  isFormal: activity.isFormal === 1 ? "yes" : "no",
  learned: activity.learned,
});
