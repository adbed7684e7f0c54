import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import type { Standing } from "./standing";

interface WhatNextProps {
  standing: Standing;
  /** The payment for the next term is taken by itself, and has not failed. */
  isRenewing: boolean;
  contactEmail: string;
}

/** What a standing means for the person, and the one thing to do about it. */
export function WhatNext({ standing, isRenewing, contactEmail }: WhatNextProps) {
  switch (standing) {
    case "current":
      return null;
    case "provisional":
      return (
        <Card kind="sun" heading="Your payment is on its way">
          <p>
            A Direct Debit takes a few working days. You have everything that members have
            meanwhile. When the money arrives your membership is confirmed, and counts from the day
            on which you paid.
          </p>
          <p>If the payment fails we write to you, and you can pay another way.</p>
        </Card>
      );
    case "inGrace":
      return isRenewing ? (
        <RenewalUnderWay />
      ) : (
        <Card kind="sun" heading="Renew to stay a member">
          <p>
            Nothing has been taken from you yet. When your payment arrives, your membership goes on
            without a gap.
          </p>
          <ButtonLink href="/membership/payments">See your payments</ButtonLink>
        </Card>
      );
    case "lapsed":
    case "resigned":
      return <ComeBack />;
    case "suspended":
    case "removed":
      return (
        <Card heading="Talk to us">
          <p>
            You have been told the reason. If you think that it is wrong, write to{" "}
            <a href={`mailto:${contactEmail}`}>{contactEmail}</a>.
          </p>
          <StillYours />
        </Card>
      );
    case "applicant":
      return (
        <Card kind="sun" heading="Your application">
          <p>See where it stands, and what comes next.</p>
          <ButtonLink href="/join">See your application</ButtonLink>
        </Card>
      );
    default:
      return (
        <Card heading="Join">
          <p>Joining takes about five minutes.</p>
          <ButtonLink href="/join">See what membership is and costs</ButtonLink>
        </Card>
      );
  }
}

const RenewalUnderWay = () => (
  <Card kind="sun" heading="Your renewal is being taken">
    <p>
      You pay by subscription, so there is nothing to do. The payment is taken in the course of the
      day; your membership then goes on without a gap, and we send you the receipt.
    </p>
  </Card>
);

const ComeBack = () => (
  <Card kind="sun" heading="Come back">
    <p>
      Join again and you keep your member number. The days in between are not counted as membership,
      and you do not pay for them.
    </p>
    <ButtonLink href="/join">Join again</ButtonLink>
    <StillYours />
  </Card>
);

const StillYours = () => (
  <p>
    You still have your account, your <a href="/membership/payments">payments and receipts</a> and
    your <a href="/cpd">CPD record</a>. You can read and export them at any time. You cannot add to
    your CPD record.
  </p>
);
