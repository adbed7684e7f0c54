import type { CpdOverview } from "~/cpd/overview";
import { ProgressBars } from "~/cpd/progress-bars";
import { missingWords } from "~/cpd/words";
import { counted, dateInWords } from "~/lib/words";
import { StandingTag } from "~/membership/standing-tag";
import { ButtonLink } from "~/ui/button";
import { Card, Cards } from "~/ui/card";
import { TodoList } from "~/ui/todo";
import { ApplicationCard } from "./application-card";
import type { FirstScreenFacts, MembershipFacts } from "./first-screen-facts";

/** A member's first screen: how things stand, the two bars, the membership, and what waits. */
export function FirstScreen({ facts }: { facts: FirstScreenFacts }) {
  return (
    <>
      <p className="portal-greeting">{facts.greeting}</p>
      <h1 className="nhsuk-heading-xl">{facts.headline}</h1>
      <Cards>
        {facts.application && <ApplicationCard state={facts.application} />}
        {facts.cpd && <CpdCard cpd={facts.cpd} mayLog={facts.mayLog} />}
        {facts.membership && <MembershipCard membership={facts.membership} />}
        {facts.isStaff && <OfficeCard />}
        <Card heading="To do">
          {facts.todos.length > 0 ? (
            <TodoList items={facts.todos} />
          ) : (
            <p>Nothing is waiting for you. Enjoy the quiet.</p>
          )}
        </Card>
      </Cards>
    </>
  );
}

interface CpdCardProps {
  cpd: CpdOverview;
  mayLog: boolean;
}

/** How far a member is, and the one thing to do about it. */
function CpdCard({ cpd, mayLog }: CpdCardProps) {
  return (
    <Card heading="CPD this year">
      <ProgressBars overview={cpd} />
      <p>{howFar(cpd)}</p>
      {mayLog ? (
        <ButtonLink href="/cpd/activities/new">Log an activity</ButtonLink>
      ) : (
        <p>
          <a href="/cpd">Read your record</a>
        </p>
      )}
    </Card>
  );
}

function howFar(cpd: CpdOverview): string {
  const end = dateInWords(cpd.cycle.endsOn);
  if (cpd.weeksLeft === 0) return `This CPD year ended on ${end}.`;
  if (cpd.isMet) return `Target met for the year to ${end}.`;
  return `${missingWords(cpd)} left by ${end}, in ${counted(cpd.weeksLeft, "week")}.`;
}

function MembershipCard({ membership }: { membership: MembershipFacts }) {
  return (
    <Card kind="dark">
      <h2 className="nhsuk-u-visually-hidden">Your membership</h2>
      <StandingTag standing={membership.standing} />
      <p className="portal-card__number">{membership.number}</p>
      <p>{[membership.name, membership.grade].filter(Boolean).join(" · ")}</p>
      <p>{membership.words}</p>
      <p>
        <a href="/membership">Your membership</a>
      </p>
    </Card>
  );
}

const OfficeCard = () => (
  <Card heading="The office">
    <p>Applications, members, money and what needs doing today.</p>
    <ButtonLink href="/admin" kind="secondary">
      Go to the office
    </ButtonLink>
  </Card>
);
