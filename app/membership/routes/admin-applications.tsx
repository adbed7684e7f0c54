import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { isRefused } from "~/guard/form";
import { civilDateOf } from "~/lib/civil-date";
import { Done } from "~/ui/done";
import { EmptyState } from "~/ui/empty-state";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { Pager } from "~/ui/pager";
import { QueueFilterForm } from "../joining/queue-filter";
import { QueueTable } from "../joining/queue-table";
import { isQueueView, QUEUE_VIEWS } from "../joining/queue-views";
import { applicationQueue } from "../queries/application-queue";

export const meta = pageMeta({ title: "Applications" });

export const loader = page.may("readApplications")(async ({ db, url, now }) => {
  const asked = url.searchParams.get("state") ?? "";
  const view = isQueueView(asked) ? asked : "waiting";
  const typed = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const search = isRefused(typed) ? "" : typed;
  const { states, order } = QUEUE_VIEWS[view];
  const after = url.searchParams.get("after") ?? undefined;
  const list = await applicationQueue(db, { states, order, search, after });
  return { view, search, list, today: civilDateOf(now) };
});

const DONE = {
  approve: "Application approved. The applicant has been emailed.",
  ask: "Question sent to the applicant",
  decline: "Application declined. The applicant has been emailed.",
};

export default function Applications() {
  const { view, search, list, today } = useLoaderData<typeof loader>();
  return (
    <>
      <Done words={DONE} />
      <Heading>Applications</Heading>
      <QueueFilterForm view={view} search={search} />
      {list.rows.length > 0 ? (
        <QueueTable rows={list.rows} today={today} caption={QUEUE_VIEWS[view].words} />
      ) : (
        <EmptyState heading={search ? "Nobody found" : QUEUE_VIEWS[view].empty}>
          <p>
            {search
              ? "Try a part of the name, the email address or the employer."
              : "Applications appear here when people send them."}
          </p>
        </EmptyState>
      )}
      <Pager next={list.next} />
    </>
  );
}
