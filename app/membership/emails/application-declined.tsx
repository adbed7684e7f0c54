import type { Email } from "~/mail/email";
import { Action, MailLayout, Paragraph } from "~/mail/layout";

export const applicationDeclined: Email<{ gradeName: string; reason: string }> = {
  kind: "service",
  when: "When the office declines an application",
  subject: () => "Our decision about your application",
  body: ({ gradeName, reason }, sender) => (
    <MailLayout sender={sender} preview="Our decision about your application">
      <Paragraph>{`We have read your application for membership (${gradeName}). We are sorry that we could not approve it. This is why:`}</Paragraph>
      <Paragraph>{reason}</Paragraph>
      <Paragraph>
        Nothing was charged, and files that you sent have been deleted. If something has changed, or
        another grade fits you better, you can apply again: what you told us about you is still
        there. If you think that the decision is wrong, write to us and somebody else will look at
        it.
      </Paragraph>
      <Action href={`${sender.portalUrl}/join`}>See the decision and what you can do</Action>
    </MailLayout>
  ),
  sample: {
    gradeName: "Student",
    reason: "The course on your letter ended last year, so the student grade is not open to you.",
  },
};
