import { dateInWords } from "~/lib/words";
import type { Email } from "~/mail/email";
import { Action, MailLayout, Paragraph } from "~/mail/layout";

export const applicationMoreWanted: Email<{ reason: string; answerBy: string }> = {
  kind: "service",
  when: "When the office asks an applicant for more before it decides",
  subject: () => "We need something more for your application",
  body: ({ reason, answerBy }, sender) => (
    <MailLayout sender={sender} preview="Please answer a question about your application">
      <Paragraph>
        We have read your application. Before we can decide, we need to ask you:
      </Paragraph>
      <Paragraph>{reason}</Paragraph>
      <Action href={`${sender.portalUrl}/join/answer`}>Answer</Action>
      <Paragraph>{`Please answer by ${dateInWords(answerBy)}. After that the application ends, and you can apply again.`}</Paragraph>
    </MailLayout>
  ),
  sample: {
    reason: "The date on your letter cannot be read. Please send a clearer picture of it.",
    answerBy: "2027-01-02",
  },
};
