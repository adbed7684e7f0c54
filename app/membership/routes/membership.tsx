import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { dateInWords } from "~/lib/words";
import { Card } from "~/ui/card";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { type OwnMembership, ownMembership } from "../own-membership";
import { StandingTag } from "../standing-tag";
import { TermTable } from "../term-table";
import { WhatNext } from "../what-next";

export const meta = pageMeta({ title: "Your membership" });

export const loader = page.signedIn(({ db, actor, now }) => ownMembership(db, actor.personId, now));

export default function Membership() {
  const own = useLoaderData<typeof loader>();
  return (
    <>
      <Heading>Your membership</Heading>
      <Summary own={own} />
      <WhatNext
        standing={own.standing}
        isRenewing={own.isRenewing}
        contactEmail={own.contactEmail}
      />
      {own.number && (
        <>
          <h2 className="nhsuk-heading-m">Payments</h2>
          <p>
            <a href="/membership/payments">See your payments and receipts</a>
          </p>
        </>
      )}
      {own.lines.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">Your terms of membership</h2>
          <TermTable lines={own.lines} />
        </>
      )}
    </>
  );
}

const Summary = ({ own }: { own: OwnMembership }) => (
  <Card kind={own.number ? "dark" : "plain"}>
    <p>
      <StandingTag standing={own.standing} />
    </p>
    {own.number && <p className="portal-card__number">{own.number}</p>}
    <p>{own.words}.</p>
    {own.gradeName && <p>Grade: {own.gradeName}</p>}
    {own.memberSince && <p>First joined on {dateInWords(own.memberSince)}</p>}
  </Card>
);
