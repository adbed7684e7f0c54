import { dateInWords } from "~/lib/words";
import type { Email } from "~/mail/email";
import { Action, MailLayout, Paragraph } from "~/mail/layout";

interface Details {
  coveredUntil: string;
}

export const lapsed: Email<Details> = {
  kind: "service",
  when: "On the day after the days of grace, when a membership was not renewed",
  subject: (_details, { associationName }) => `Your membership of ${associationName} has lapsed`,
  body: ({ coveredUntil }, sender) => (
    <MailLayout
      sender={sender}
      preview="Your membership has lapsed"
      because="you have been a member"
    >
      <Paragraph>
        {`Your membership was paid until ${dateInWords(coveredUntil)}, and the days of grace after it are over. `}
        We have stopped asking your bank or card for money, and you owe us nothing.
      </Paragraph>
      <Paragraph>
        You still have your account, your receipts and your CPD record: you can read and export it
        at any time.
      </Paragraph>
      <Paragraph>You can come back whenever you like. You keep your member number.</Paragraph>
      <Action href={`${sender.portalUrl}/membership`}>See how to come back</Action>
    </MailLayout>
  ),
  sample: { coveredUntil: "2026-10-03" },
};
