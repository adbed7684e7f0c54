import type { ReactNode } from "react";
import type { ApplicationState } from "~/membership/applications/rules";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";

const BEING_READ = (
  <>
    <p>Somebody in the office reads it. We email you as soon as it is decided.</p>
    <p>
      <a href="/join">See what you sent</a>
    </p>
  </>
);

const NEXT: Partial<Record<ApplicationState, ReactNode>> = {
  draft: (
    <>
      <p>What you entered is kept. The rest takes a few minutes.</p>
      <ButtonLink href="/join/apply">Go on with it</ButtonLink>
    </>
  ),
  submitted: BEING_READ,
  answered: BEING_READ,
  moreWanted: (
    <>
      <p>The office needs to know something more before it can decide.</p>
      <ButtonLink href="/join/answer">Read and answer it</ButtonLink>
    </>
  ),
  approved: (
    <>
      <p>One step is left. You are a member as soon as you have paid.</p>
      <ButtonLink href="/join/pay">Pay and become a member</ButtonLink>
    </>
  ),
};

/** Where an application stands and what comes next. */
export function ApplicationCard({ state }: { state: ApplicationState }) {
  const next = NEXT[state];
  return next ? <Card heading="Your application">{next}</Card> : null;
}
