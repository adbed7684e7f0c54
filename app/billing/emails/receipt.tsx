import { formatPence, type Pence } from "~/lib/money";
import { dateInWords } from "~/lib/words";
import type { Email } from "~/mail/email";
import { Action, Facts, MailLayout, Paragraph } from "~/mail/layout";

export interface PaymentDetails {
  givenName: string;
  pence: Pence;
  /** What it is for, in the words of the invoice. */
  words: string;
  invoiceNumber: number;
  paymentId: string;
}

export const receipt: Email<PaymentDetails & { paidOn: string }> = {
  kind: "service",
  when: "A payment was taken",
  subject: ({ pence }) => `Receipt for ${formatPence(pence)}`,
  body: ({ givenName, pence, words, invoiceNumber, paymentId, paidOn }, sender) => (
    <MailLayout sender={sender} preview={`We received ${formatPence(pence)}`}>
      <Paragraph>Hello {givenName},</Paragraph>
      <Paragraph>Thank you. We have received your payment.</Paragraph>
      <Facts
        rows={[
          ["For", words],
          ["Amount", formatPence(pence)],
          ["Paid on", dateInWords(paidOn)],
          ["Invoice number", String(invoiceNumber)],
        ]}
      />
      <Action href={`${sender.portalUrl}/membership/payments/${paymentId}.pdf`}>
        Download the receipt
      </Action>
    </MailLayout>
  ),
  sample: {
    givenName: "Amara",
    pence: 4500,
    words: "Member, yearly",
    invoiceNumber: 1204,
    paymentId: "0193a1b2-0000-7000-8000-000000000001",
    paidOn: "2026-11-03",
  },
};
