import { formatPence, type Pence } from "~/lib/money";
import type { Email } from "~/mail/email";
import { Action, MailLayout, Paragraph } from "~/mail/layout";

interface RefundDetails {
  givenName: string;
  pence: Pence;
  invoiceNumber: number;
}

const sample: RefundDetails = { givenName: "Amara", pence: 4500, invoiceNumber: 1204 };

export const refundRequested: Email<RefundDetails> = {
  kind: "service",
  when: "The office has asked for a refund",
  subject: ({ pence }) => `We are refunding ${formatPence(pence)}`,
  body: ({ givenName, pence, invoiceNumber }, sender) => (
    <MailLayout sender={sender} preview="It goes back to where it came from">
      <Paragraph>Hello {givenName},</Paragraph>
      <Paragraph>
        We are refunding {formatPence(pence)} of invoice {invoiceNumber}. The money goes back to the
        card or account that you paid with, usually within 5 to 10 working days.
      </Paragraph>
      <Action href={`${sender.portalUrl}/membership/payments`}>See your payments</Action>
    </MailLayout>
  ),
  sample,
};

export const refundDone: Email<RefundDetails> = {
  kind: "service",
  when: "A refund has gone through",
  subject: ({ pence }) => `Refund of ${formatPence(pence)} sent`,
  body: ({ givenName, pence, invoiceNumber }, sender) => (
    <MailLayout sender={sender} preview="Your bank may take some days to show it">
      <Paragraph>Hello {givenName},</Paragraph>
      <Paragraph>
        The refund of {formatPence(pence)} of invoice {invoiceNumber} has been sent. Your bank may
        take some days to show it.
      </Paragraph>
      <Action href={`${sender.portalUrl}/membership/payments`}>See your payments</Action>
    </MailLayout>
  ),
  sample,
};

const WHY = {
  duplicate: "You had paid for this already, so we are giving this second payment back.",
  ended: "Your membership had ended before this payment came, so we are giving it back.",
};

export const givenBack: Email<RefundDetails & { words: string; why: keyof typeof WHY }> = {
  kind: "service",
  when: "Somebody paid twice, or after the membership had ended: the money goes back by itself",
  subject: ({ pence }) => `We are giving back ${formatPence(pence)}`,
  body: ({ givenName, pence, invoiceNumber, words, why }, sender) => (
    <MailLayout sender={sender} preview="You need to do nothing">
      <Paragraph>Hello {givenName},</Paragraph>
      <Paragraph>
        We received {formatPence(pence)} for {words} (invoice {invoiceNumber}). {WHY[why]} The money
        goes back to the card or account that you paid with, usually within 5 to 10 working days.
        You need to do nothing, and nothing more will be taken for it.
      </Paragraph>
      <Action href={`${sender.portalUrl}/membership/payments`}>See your payments</Action>
    </MailLayout>
  ),
  sample: { ...sample, words: "Member, yearly", why: "duplicate" },
};
