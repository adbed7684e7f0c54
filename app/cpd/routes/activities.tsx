import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page } from "~/access";
import { isRefused } from "~/guard/form";
import { hasCover } from "~/membership/standing";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { refuse } from "~/ui/form/refuse";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { Pager } from "~/ui/pager";
import { ActivityFilter } from "../activity-filter";
import { ActivityLines } from "../activity-lines";
import { activityList, justDeleted, listAddress, listQuestion } from "../activity-list";

export const meta = pageMeta({ title: "Your CPD activities" });

export const loader = page.recordHolder(async ({ db, actor, url, now }) => {
  const question = listQuestion(url.searchParams);
  // what the guard refuses must not stay in an address
  if (isRefused(question.q)) throw redirect(listAddress({ ...question, q: "" }));
  return {
    question,
    ...(await activityList(db, actor.personId, question, now)),
    deleted: await justDeleted(db, actor.personId, url.searchParams.get("deleted")),
    mayAdd: hasCover(actor.standing),
  };
});

export const action = page.recordHolder(async ({ form }) => {
  const posted = await form();
  const question = listQuestion(posted);
  if (!isRefused(question.q)) return redirect(listAddress({ ...question, after: "" }));
  const submission = parseWithZod(posted, { schema: z.object({ q: z.string() }) });
  return refuse(submission, { fieldErrors: { q: [SEARCH_REFUSED] } });
});

const SEARCH_REFUSED =
  "Take out the patient’s number. We have not searched for it: try a title or a word";

export default function Activities() {
  const {
    question,
    page: found,
    cycles,
    categories,
    deleted,
    mayAdd,
  } = useLoaderData<typeof loader>();
  const isNarrowed = Boolean(question.cycle || question.category || question.formal || question.q);
  return (
    <>
      <BackLink href="/cpd">Your CPD</BackLink>
      {deleted && <Undo {...deleted} />}
      <Heading>Your CPD activities</Heading>
      {mayAdd && <ButtonLink href="/cpd/activities/new">Log an activity</ButtonLink>}
      <ActivityFilter question={question} cycles={cycles} categories={categories} />
      {found.rows.length > 0 && <ActivityLines lines={found.rows} />}
      {found.rows.length === 0 && (
        <EmptyState heading={isNarrowed ? "Nothing found" : "Nothing logged yet"}>
          <p>
            {isNarrowed ? (
              <a href="/cpd/activities">Show all your activities</a>
            ) : (
              "What you log will be listed here, newest first."
            )}
          </p>
        </EmptyState>
      )}
      <Pager next={found.next} />
      <p>
        <a href="/cpd/activities/deleted">Deleted activities</a>
      </p>
    </>
  );
}

const Undo = ({ id, title }: { id: string; title: string }) => (
  <div className="portal-done" role="status">
    <p>Activity deleted: {title}</p>
    <form method="post" action={`/cpd/activities/${id}/restore`}>
      <Button kind="secondary">Undo</Button>
    </form>
  </div>
);
