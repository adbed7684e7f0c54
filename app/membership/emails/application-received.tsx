import type { Email } from "~/mail/email";
import { Action, MailLayout, Paragraph } from "~/mail/layout";

export const applicationReceived: Email<{ gradeName: string }> = {
  kind: "service",
  when: "When somebody sends an application that the office reads",
  subject: (_details, { associationName }) => `We have your application to ${associationName}`,
  body: ({ gradeName }, sender) => (
    <MailLayout sender={sender} preview="We have your application">
      <Paragraph>{`Thank you. We have your application for membership: ${gradeName}.`}</Paragraph>
      <Paragraph>
        Somebody in our office reads it, usually within a few working days. You pay nothing until it
        is approved. We email you when it is decided, or if we need to ask you something.
      </Paragraph>
      <Action href={`${sender.portalUrl}/join`}>See where your application stands</Action>
    </MailLayout>
  ),
  sample: { gradeName: "Student" },
};
