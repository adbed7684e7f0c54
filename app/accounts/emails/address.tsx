import type { Email } from "~/mail/email";
import { Action, Facts, MailLayout, Paragraph } from "~/mail/layout";

export const confirmNewEmail: Email<{ link: string }> = {
  kind: "service",
  when: "To the new address, when a person changes the address that they sign in with",
  isSecret: true,
  subject: () => "Confirm your new email address",
  body: ({ link }, sender) => (
    <MailLayout sender={sender} preview="Confirm your new email address">
      <Paragraph>
        You asked to sign in with this address from now on. Confirm it to make the change. The link
        works for 24 hours.
      </Paragraph>
      <Action href={link}>Confirm my new email address</Action>
      <Paragraph>If you did not ask for this, ignore this email.</Paragraph>
    </MailLayout>
  ),
  sample: { link: "https://portal.example/account/email/confirm?token=sample" },
};

export const confirmBackup: Email<{ link: string }> = {
  kind: "service",
  when: "To a backup address that a person has given",
  isSecret: true,
  subject: () => "Confirm your backup email address",
  body: ({ link }, sender) => (
    <MailLayout sender={sender} preview="Confirm your backup email address">
      <Paragraph>
        This address was given as a backup, in case the main one is lost with a change of employer.
        Confirm it, and you can get back into your account with it. The link works for 24 hours.
      </Paragraph>
      <Action href={link}>Confirm my backup address</Action>
      <Paragraph>If you did not expect this, ignore this email.</Paragraph>
    </MailLayout>
  ),
  sample: { link: "https://portal.example/account/backup-email/confirm?token=sample" },
};

interface AddressChange {
  /** Partly hidden, so that the mail gives nothing away. */
  newEmail: string;
}

export const emailChangeRequested: Email<AddressChange & { securityLink: string }> = {
  kind: "service",
  when: "To the old address, when a person asks to change it",
  subject: () => "Somebody asked to change your email address",
  body: ({ newEmail, securityLink }, sender) => (
    <MailLayout sender={sender} preview="Somebody asked to change your email address">
      <Paragraph>
        Somebody signed in to your account and asked to change its email address to {newEmail}. It
        changes when the new address is confirmed.
      </Paragraph>
      <Paragraph>If it was not you, change your password now and write to us.</Paragraph>
      <Action href={securityLink}>Change my password</Action>
    </MailLayout>
  ),
  sample: {
    newEmail: "a…@example.org",
    securityLink: "https://portal.example/forgotten-password",
  },
};

export const addressChanged: Email<AddressChange & { at: string }> = {
  kind: "service",
  when: "To the old and the new address, when the address of an account has changed",
  subject: () => "The email address of your account has changed",
  body: ({ newEmail, at }, sender) => (
    <MailLayout sender={sender} preview="The email address of your account has changed">
      <Paragraph>From now on you sign in with the new address, and our emails go there.</Paragraph>
      <Facts
        rows={[
          ["New address", newEmail],
          ["Changed on", at],
        ]}
      />
      <Paragraph>If you did not expect this, write to us at once.</Paragraph>
    </MailLayout>
  ),
  sample: { newEmail: "a…@example.org", at: "3 November 2026, 2:05pm (GMT)" },
};
