import { dateInWords } from "~/lib/words";
import type { Email } from "~/mail/email";
import { Action, Facts, MailLayout, Paragraph } from "~/mail/layout";

interface Details {
  number: string;
  gradeName: string;
  coveredUntil: string;
}

export const welcome: Email<Details> = {
  kind: "service",
  when: "When the first payment of a membership has arrived",
  subject: ({ number }, { associationName }) =>
    `Welcome to ${associationName}: your member number is ${number}`,
  body: ({ number, gradeName, coveredUntil }, sender) => (
    <MailLayout sender={sender} preview="You are a member" because="you have just become a member">
      <Paragraph>Welcome. Your payment has arrived and you are a member.</Paragraph>
      <Facts
        rows={[
          ["Member number", number],
          ["Grade", gradeName],
          ["Paid until", dateInWords(coveredUntil)],
        ]}
      />
      <Paragraph>
        The number is yours for ever, also if you leave and come back. A receipt comes in an email
        of its own.
      </Paragraph>
      <Paragraph>
        What next? Log the first thing that you have learned. It takes about a minute, and it counts
        towards your CPD year from today.
      </Paragraph>
      <Action href={`${sender.portalUrl}/cpd/activities/new`}>Log your first activity</Action>
    </MailLayout>
  ),
  sample: { number: "LW-004217", gradeName: "Practising member", coveredUntil: "2027-11-02" },
};
