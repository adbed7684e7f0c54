import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { dateInWords, instantInWords } from "~/lib/words";
import { hasCover } from "~/membership/standing";
import { Button } from "~/ui/button";
import { Done } from "~/ui/done";
import { EmptyState } from "~/ui/empty-state";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { deletedList } from "../activity-list";
import { DAYS_TO_RESTORE } from "../delete-activity";
import { points } from "../words";

export const meta = pageMeta({ title: "Deleted CPD activities" });

export const loader = page.recordHolder(async ({ db, actor }) => ({
  deleted: await deletedList(db, actor.personId),
  days: DAYS_TO_RESTORE,
  mayRestore: hasCover(actor.standing),
}));

const DONE = { yearClosed: "That CPD year is closed, so its activities stay as they are" };

export default function DeletedActivities() {
  const { deleted, days, mayRestore } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href="/cpd/activities">Your activities</BackLink>
      <Done words={DONE} />
      <Heading>Deleted CPD activities</Heading>
      <p>They do not count. After {days} days they are gone for good.</p>
      {deleted.length === 0 && (
        <EmptyState heading="Nothing deleted">
          <p>What you delete can be brought back from here.</p>
        </EmptyState>
      )}
      <ul className="portal-lines">
        {deleted.map(({ id, title, completedOn, pointsHundredths, deletedAt }) => (
          <li key={id}>
            <strong>{title}</strong>
            <span className="portal-lines__about">
              {dateInWords(completedOn)} · {points(pointsHundredths)} · deleted on{" "}
              {instantInWords(deletedAt ?? "")}
            </span>
            {mayRestore && (
              <form method="post" action={`/cpd/activities/${id}/restore`}>
                <Button kind="secondary">
                  Restore<span className="nhsuk-u-visually-hidden"> {title}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
