import { formatPence } from "~/lib/money";
import type { Email } from "~/mail/email";
import { Action, Facts, MailLayout, Paragraph } from "~/mail/layout";
import { failureInWords } from "../failure-words";
import type { PaymentDetails } from "./receipt";

export const paymentFailed: Email<PaymentDetails & { failure: string | null }> = {
  kind: "service",
  when: "A payment or a Direct Debit was refused",
  subject: ({ pence }) => `Your payment of ${formatPence(pence)} did not go through`,
  body: ({ givenName, pence, words, invoiceNumber, paymentId, failure }, sender) => (
    <MailLayout sender={sender} preview="What happened, and how to pay">
      <Paragraph>Hello {givenName},</Paragraph>
      <Paragraph>
        We could not take your payment. {failureInWords(failure)} Nothing was taken from your
        account.
      </Paragraph>
      <Facts
        rows={[
          ["For", words],
          ["Amount", formatPence(pence)],
          ["Invoice number", String(invoiceNumber)],
        ]}
      />
      <Paragraph>You can try again, also with another card or account.</Paragraph>
      <Action href={`${sender.portalUrl}/membership/payments/${paymentId}`}>Pay now</Action>
    </MailLayout>
  ),
  sample: {
    givenName: "Eilidh",
    pence: 4500,
    words: "Member, yearly",
    invoiceNumber: 1204,
    paymentId: "0193a1b2-0000-7000-8000-000000000001",
    failure: "insufficient_funds",
  },
};
