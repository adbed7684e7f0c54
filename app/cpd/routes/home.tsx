import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { minutesInWords, pointsInWords } from "~/lib/words";
import { hasCover } from "~/membership/standing";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { ActivityLines } from "../activity-lines";
import { cpdHome } from "../home";
import type { CpdOverview } from "../overview";
import { ProgressCard, TargetExplained } from "../progress-card";
import { points } from "../words";

export const meta = pageMeta({ title: "Your CPD" });

export const loader = page.recordHolder(async ({ db, actor, url, now }) => ({
  ...(await cpdHome(
    db,
    { personId: actor.personId, loggedId: url.searchParams.get("logged") },
    now,
  )),
  mayAdd: hasCover(actor.standing),
}));

export default function CpdHome() {
  const { overview, recent, logged, mayAdd } = useLoaderData<typeof loader>();
  return (
    <>
      {logged && <JustLogged {...logged} overview={overview} />}
      <Heading>Your CPD</Heading>
      {mayAdd ? (
        <ButtonLink href="/cpd/activities/new">Log an activity</ButtonLink>
      ) : (
        <p className="nhsuk-inset-text">
          You can read your record, but only members can add to it.{" "}
          <a href="/membership">See your membership</a>
        </p>
      )}
      {overview ? (
        <ProgressCard overview={overview} />
      ) : (
        <p>Your first CPD year starts with your membership.</p>
      )}
      <h2 className="nhsuk-heading-m">What you logged last</h2>
      {recent.length > 0 ? (
        <>
          <ActivityLines lines={recent} />
          <p>
            <a href="/cpd/activities">All your activities</a>
          </p>
        </>
      ) : (
        <EmptyState heading="Nothing logged yet">
          <p>
            A case discussion, a webinar, an article: whatever you learned from counts. It takes
            less than a minute.
          </p>
        </EmptyState>
      )}
      {overview && <TargetExplained target={overview.target} />}
    </>
  );
}

interface JustLoggedProps {
  id: string;
  title: string;
  minutes: number;
  pointsHundredths: number;
  overview: CpdOverview | null;
}

function JustLogged({ id, title, minutes, pointsHundredths, overview }: JustLoggedProps) {
  return (
    <div className="portal-done" role="status">
      Activity logged: <a href={`/cpd/activities/${id}`}>{title}</a>. {minutesInWords(minutes)}{" "}
      {minutes === 60 || minutes === 1 ? "is" : "are"} {points(pointsHundredths)}
      {overview &&
        `. You now have ${pointsInWords(overview.soFar.pointsHundredths)} of ${points(overview.target.pointsHundredths)}`}
      . <a href="/cpd/activities/new">Log another</a>
    </div>
  );
}
