import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { civilDateOf } from "~/lib/civil-date";
import { hasCover } from "~/membership/standing";
import { associationSettings } from "~/office/settings";
import { ButtonLink } from "~/ui/button";
import { Done } from "~/ui/done";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { gradeOffers } from "../applications/draft";
import { HowToJoin, WhatItAsks, WhatYouGet } from "../joining/about-membership";
import { GradeCards } from "../joining/grade-cards";
import { applicationStatus } from "../joining/status";
import { StatusCard } from "../joining/status-card";

export const meta = pageMeta({
  title: "Join",
  description: "What membership is, what it costs, what it asks of you, and how to join.",
  index: true,
});

export const loader = page.public(async ({ db, actor, now }) => {
  const settings = await associationSettings(db);
  return {
    associationName: settings.name,
    email: settings.contactEmail,
    offers: await gradeOffers(db, civilDateOf(now)),
    isSignedIn: actor !== null,
    isMember: actor !== null && hasCover(actor.standing),
    status: actor && (await applicationStatus(db, actor.personId)),
  };
});

const DONE = {
  draftSaved: "Saved. You can carry on whenever you like.",
  sent: "Application sent. We have emailed you.",
  answered: "Answer sent. Thank you.",
  withdrawn: "Application withdrawn",
};

export default function Join() {
  const { associationName, email, offers, isSignedIn, isMember, status } =
    useLoaderData<typeof loader>();
  const isShown = status !== null && (status.isDebitUnderWay || !isMember);
  return (
    <>
      <Done words={DONE} />
      <Heading size="xl">{`Join ${associationName}`}</Heading>
      {isShown && <StatusCard status={status} email={email} />}
      <p className="portal-lede">
        The professional home for everybody who links people with what matters to them: link
        workers, community connectors, social prescribers, whatever your job is called.
      </p>
      {!isShown && <FirstStep isSignedIn={isSignedIn} isMember={isMember} />}
      <WhatYouGet />
      <section className="portal-section" aria-labelledby="costs">
        <h2 id="costs">What it costs</h2>
        <p className="portal-measure">
          Prices are complete: nothing is added later. You pay by card or Direct Debit.
        </p>
        <GradeCards offers={offers} />
      </section>
      <WhatItAsks />
      <HowToJoin email={email} />
      {!isShown && <FirstStep isSignedIn={isSignedIn} isMember={isMember} />}
    </>
  );
}

function FirstStep({ isSignedIn, isMember }: { isSignedIn: boolean; isMember: boolean }) {
  if (isMember)
    return (
      <p>
        You are a member already. <a href="/membership">See your membership</a>
      </p>
    );
  if (isSignedIn) return <ButtonLink href="/join/apply">Apply for membership</ButtonLink>;
  return (
    <>
      <ButtonLink href="/sign-up?next=%2Fjoin%2Fapply">Start: create an account</ButtonLink>
      <p>
        Have an account already? <a href="/sign-in?next=%2Fjoin%2Fapply">Sign in and apply</a>
      </p>
    </>
  );
}
