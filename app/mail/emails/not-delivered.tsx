import { instantInWords } from "~/lib/words";
import type { Email } from "../email";
import { Action, Facts, MailLayout, Paragraph } from "../layout";

export const notDelivered: Email<{
  mailId: string;
  emailName: string;
  writtenAt: string;
  reason: string;
}> = {
  kind: "service",
  when: "To the office, when a mail could not be delivered and is not tried again",
  subject: () => "An email could not be delivered",
  body: ({ mailId, emailName, writtenAt, reason }, sender) => (
    <MailLayout
      sender={sender}
      preview="An email of the portal could not be delivered"
      because="this is the office's address"
    >
      <Paragraph>
        An email could not be delivered and will not be tried again by itself. Its page shows whom
        it was for, and lets you send it again.
      </Paragraph>
      <Facts
        rows={[
          ["Email", emailName],
          ["Written", instantInWords(writtenAt)],
          ["The mail server said", reason],
        ]}
      />
      <Action href={`${sender.portalUrl}/admin/mail/${mailId}`}>Open its page</Action>
    </MailLayout>
  ),
  sample: {
    mailId: "0192d3f0-0000-7000-8000-000000000000",
    emailName: "membership.welcome",
    writtenAt: "2026-11-03T10:00:00Z",
    reason: "550 5.1.1 No such mailbox",
  },
};
