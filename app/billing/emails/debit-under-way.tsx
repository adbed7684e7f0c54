import { formatPence } from "~/lib/money";
import { dateInWords } from "~/lib/words";
import type { Email } from "~/mail/email";
import { Action, Facts, MailLayout, Paragraph } from "~/mail/layout";
import type { PaymentDetails } from "./receipt";

/** The advance notice that the Bacs scheme asks for, with its Guarantee. */
export const debitUnderWay: Email<PaymentDetails & { takenOn: string }> = {
  kind: "service",
  when: "A Direct Debit was begun: the advance notice",
  subject: ({ pence }) => `Direct Debit of ${formatPence(pence)}: advance notice`,
  body: ({ givenName, pence, words, invoiceNumber, takenOn }, sender) => (
    <MailLayout sender={sender} preview="When we take it, and your rights">
      <Paragraph>Hello {givenName},</Paragraph>
      <Paragraph>
        We have asked your bank for a Direct Debit. It usually takes 4 to 7 working days until the
        bank tells us that it has been paid. You need to do nothing.
      </Paragraph>
      <Facts
        rows={[
          ["For", words],
          ["Amount", formatPence(pence)],
          ["Taken on or after", dateInWords(takenOn)],
          ["Invoice number", String(invoiceNumber)],
        ]}
      />
      <Paragraph>
        The Direct Debit Guarantee protects you: if an error is made, your bank refunds you at once
        and in full, and you can cancel a Direct Debit at any time by telling your bank. If you do,
        please tell us too.
      </Paragraph>
      <Action href={`${sender.portalUrl}/membership/payments`}>See your payments</Action>
    </MailLayout>
  ),
  sample: {
    givenName: "Harpreet",
    pence: 4500,
    words: "Member, yearly",
    invoiceNumber: 1204,
    paymentId: "0193a1b2-0000-7000-8000-000000000001",
    takenOn: "2026-11-05",
  },
};
