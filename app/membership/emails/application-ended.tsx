import type { Email } from "~/mail/email";
import { Action, MailLayout, Paragraph } from "~/mail/layout";
import type { WaitsFor } from "./application-stalled";

const WAITED: Record<WaitsFor, string> = {
  draft: "Your application for membership was not finished in time, so it has ended.",
  moreWanted: "We did not get an answer to our question, so your application has ended.",
  approved: "Your application was approved, but not paid for in time, so it has ended.",
};

export const applicationEnded: Email<{ waitedFor: WaitsFor }> = {
  kind: "service",
  when: "When an application ends because its applicant did not finish, answer or pay",
  subject: () => "Your application has ended",
  body: ({ waitedFor }, sender) => (
    <MailLayout sender={sender} preview="Your application has ended">
      <Paragraph>{WAITED[waitedFor]}</Paragraph>
      <Paragraph>
        Nothing was charged, and what you filled in has been deleted. You can apply again at any
        time.
      </Paragraph>
      <Action href={`${sender.portalUrl}/join`}>Apply again</Action>
    </MailLayout>
  ),
  sample: { waitedFor: "draft" },
};
