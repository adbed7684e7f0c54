import { dateInWords } from "~/lib/words";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { civilDateInWords } from "./instants";
import type { ApplicationStatus } from "./status";

/** Where an application stands and what to do next. */
export function StatusCard({ status, email }: { status: ApplicationStatus; email: string }) {
  const { state, isDebitUnderWay } = status;
  if (state === "approved" && isDebitUnderWay) return <DebitUnderWay />;
  const Shown = CARDS[state];
  return <Shown {...status} email={email} />;
}

type CardProps = ApplicationStatus & { email: string };

const CARDS: Record<ApplicationStatus["state"], (props: CardProps) => JSX.Element> = {
  draft: ({ openUntil }) => (
    <Card kind="sun" heading="Your application is not finished">
      <p>{`What you filled in is saved. You can carry on until ${dateInWords(openUntil)}.`}</p>
      <ButtonLink href="/join/check">Carry on with my application</ButtonLink>
      <Withdraw />
    </Card>
  ),
  submitted: (props) => <WithOffice {...props} words="We have your application." />,
  answered: (props) => <WithOffice {...props} words="Thank you, we have your answer." />,
  moreWanted: ({ reason, openUntil }) => (
    <Card kind="sun" heading="We need something more">
      <p>Before we can decide, our office asks:</p>
      <Reason text={reason} />
      <p>{`Please answer by ${dateInWords(openUntil)}.`}</p>
      <ButtonLink href="/join/answer">Answer</ButtonLink>
      <Withdraw />
    </Card>
  ),
  approved: ({ gradeName, openUntil }) => (
    <Card kind="sun" heading="Your application is approved">
      <p>{`Grade: ${gradeName}. You become a member when you pay. Please pay by ${dateInWords(openUntil)}.`}</p>
      <ButtonLink href="/join/pay">Pay and become a member</ButtonLink>
    </Card>
  ),
  declined: ({ gradeName, reason, since, email }) => (
    <Card heading="We could not approve your application">
      <p>{`We decided on ${civilDateInWords(since)} about your application for: ${gradeName}. This is why:`}</p>
      <Reason text={reason} />
      <p>Nothing was charged, and files that you sent have been deleted.</p>
      <p>
        If something has changed, or you want to answer the reason, apply again: what you told us is
        still there, and the last page has room for a note to the office. If you think that the
        decision is wrong, write to <a href={`mailto:${email}`}>{email}</a> and somebody else will
        look at it.
      </p>
      <ButtonLink href="/join/apply">Apply again</ButtonLink>
    </Card>
  ),
  ended: ({ since }) => (
    <Card heading="Your application has ended">
      <p>{`It waited too long and ended on ${civilDateInWords(since)}. Nothing was charged. You can apply again at any time.`}</p>
      <ButtonLink href="/join/apply">Apply again</ButtonLink>
    </Card>
  ),
  withdrawn: ({ since }) => (
    <Card heading="You withdrew your application">
      <p>{`You withdrew it on ${civilDateInWords(since)}. You can apply again at any time.`}</p>
      <ButtonLink href="/join/apply">Apply again</ButtonLink>
    </Card>
  ),
};

const WithOffice = ({ words, gradeName, since }: CardProps & { words: string }) => (
  <Card kind="sun" heading="Your application is with our office">
    <p>{`${words} Sent on ${civilDateInWords(since)}, for: ${gradeName}.`}</p>
    <p>
      Somebody reads it, usually within a few working days. We email you when it is decided, or if
      we need to ask something. There is nothing to pay until then.
    </p>
    <Withdraw />
  </Card>
);

const DebitUnderWay = () => (
  <Card kind="sun" heading="Your Direct Debit is under way">
    <p>It takes a few working days. Until then your membership is provisional.</p>
    <ButtonLink href="/join/welcome">See how your payment is going</ButtonLink>
  </Card>
);

const Reason = ({ text = "" }: { text?: string }) => (
  <blockquote className="portal-quote">{text}</blockquote>
);

const Withdraw = () => (
  <p>
    <a href="/join/withdraw">Withdraw my application</a>
  </p>
);
