import { dateInWords } from "~/lib/words";
import type { Email } from "~/mail/email";
import { Action, Facts, MailLayout, Paragraph } from "~/mail/layout";

interface Details {
  startsOn: string;
  coveredUntil: string;
}

export const reinstated: Email<Details> = {
  kind: "service",
  when: "When a payment arrives after a membership had lapsed",
  subject: (_details, { associationName }) => `You are a member of ${associationName} again`,
  body: ({ startsOn, coveredUntil }, sender) => (
    <MailLayout sender={sender} preview="Your payment has arrived" because="you are a member">
      <Paragraph>
        Your payment has arrived after your membership had lapsed, so you are a member again.
      </Paragraph>
      <Facts
        rows={[
          ["Member from", dateInWords(startsOn)],
          ["Paid until", dateInWords(coveredUntil)],
        ]}
      />
      <Paragraph>
        You keep your member number. The days in between are not counted as membership, and you have
        not paid for them.
      </Paragraph>
      <Action href={`${sender.portalUrl}/membership`}>See your membership</Action>
    </MailLayout>
  ),
  sample: { startsOn: "2026-11-03", coveredUntil: "2027-11-02" },
};
