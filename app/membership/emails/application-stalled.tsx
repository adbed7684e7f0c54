import { dateInWords } from "~/lib/words";
import type { Email } from "~/mail/email";
import { Action, MailLayout, Paragraph } from "~/mail/layout";

export type WaitsFor = "draft" | "moreWanted" | "approved";

const WAITS = {
  draft: {
    subject: "Your application is not finished yet",
    words: "You began an application for membership. Everything that you filled in is still there.",
    button: "Carry on with the application",
    path: "/join/apply",
  },
  moreWanted: {
    subject: "We are waiting for your answer",
    words: "We asked you something about your application and have not had an answer yet.",
    button: "Read the question and answer",
    path: "/join/answer",
  },
  approved: {
    subject: "Your application is approved, but not paid yet",
    words: "Your application is approved. You become a member when you pay.",
    button: "Pay and become a member",
    path: "/join/pay",
  },
} as const satisfies Record<WaitsFor, object>;

export const applicationStalled: Email<{ waitsFor: WaitsFor; endsOn: string }> = {
  kind: "service",
  when: "Once, some days before an application that waits for its applicant ends",
  subject: ({ waitsFor }) => WAITS[waitsFor].subject,
  body: ({ waitsFor, endsOn }, sender) => (
    <MailLayout sender={sender} preview={WAITS[waitsFor].subject}>
      <Paragraph>{WAITS[waitsFor].words}</Paragraph>
      <Action href={sender.portalUrl + WAITS[waitsFor].path}>{WAITS[waitsFor].button}</Action>
      <Paragraph>{`The application stays open until ${dateInWords(endsOn)}. If you no longer want to join, you need not do anything.`}</Paragraph>
    </MailLayout>
  ),
  sample: { waitsFor: "approved", endsOn: "2027-01-02" },
};
