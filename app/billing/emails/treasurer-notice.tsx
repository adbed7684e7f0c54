import { formatPence, type Pence } from "~/lib/money";
import type { Email } from "~/mail/email";
import { Action, Facts, MailLayout, Paragraph } from "~/mail/layout";

export interface TreasurerNews {
  what: keyof typeof NEWS;
  pence: Pence;
  invoiceNumber: number;
  reason: string;
  /** The page of the portal that shows it. */
  path: string;
}

const NEWS = {
  givenBack: {
    subject: "A payment goes back by itself",
    words:
      "A payment came that nothing could be given for. The portal is refunding it and has told the payer. You need to do nothing.",
  },
  notTakenOnline: {
    subject: "A payment must go back by hand",
    words:
      "An invoice was marked paid at Stripe, but nothing could be given for it and no payment was taken there. Please give the money back by hand.",
  },
  refundFailed: {
    subject: "A refund failed",
    words:
      "Stripe or the payer's bank did not carry out this refund. The payer still waits for the money: please look at it and arrange another way.",
  },
};

export const treasurerNotice: Email<TreasurerNews> = {
  kind: "service",
  when: "Something about money needs the treasurer's eye",
  subject: ({ what, invoiceNumber }) => `${NEWS[what].subject} (invoice ${invoiceNumber})`,
  body: ({ what, pence, invoiceNumber, reason, path }, sender) => (
    <MailLayout
      sender={sender}
      preview={NEWS[what].subject}
      because="you look after the association's money"
    >
      <Paragraph>{NEWS[what].words}</Paragraph>
      <Facts
        rows={[
          ["Amount", formatPence(pence)],
          ["Invoice number", String(invoiceNumber)],
          ["Reason", reason],
        ]}
      />
      <Action href={sender.portalUrl + path}>Look at it</Action>
    </MailLayout>
  ),
  sample: {
    what: "givenBack",
    pence: 4500,
    invoiceNumber: 1205,
    reason: "Paid twice for the same thing",
    path: "/admin/money",
  },
};
