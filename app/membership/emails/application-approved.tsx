import { dateInWords } from "~/lib/words";
import type { Email } from "~/mail/email";
import { Action, MailLayout, Paragraph } from "~/mail/layout";

export const applicationApproved: Email<{ gradeName: string; payBy: string }> = {
  kind: "service",
  when: "When an application is approved, by the office or at once by the grade's rule",
  subject: () => "Your application is approved: pay to become a member",
  body: ({ gradeName, payBy }, sender) => (
    <MailLayout sender={sender} preview="Your application is approved">
      <Paragraph>{`Good news: your application is approved. Your grade of membership is ${gradeName}.`}</Paragraph>
      <Paragraph>
        You become a member when you pay, by card or Direct Debit. It takes about two minutes.
      </Paragraph>
      <Action href={`${sender.portalUrl}/join/pay`}>Pay and become a member</Action>
      <Paragraph>{`If you have paid already, there is nothing to do. Otherwise please pay by ${dateInWords(payBy)}. After that the application ends, and you can apply again.`}</Paragraph>
    </MailLayout>
  ),
  sample: { gradeName: "Practising member", payBy: "2027-01-02" },
};
