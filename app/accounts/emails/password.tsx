import type { Email } from "~/mail/email";
import { Action, MailLayout, Paragraph } from "~/mail/layout";

export const resetPassword: Email<{ link: string }> = {
  kind: "service",
  when: "When somebody has forgotten the password",
  isSecret: true,
  subject: () => "Choose a new password",
  body: ({ link }, sender) => (
    <MailLayout sender={sender} preview="Choose a new password">
      <Paragraph>Use this link to choose a new password. It works once, for 30 minutes.</Paragraph>
      <Action href={link}>Choose a new password</Action>
      <Paragraph>If you did not ask for this, ignore this email. Nothing was changed.</Paragraph>
    </MailLayout>
  ),
  sample: { link: "https://portal.example/reset-password?token=sample" },
};

export const passwordChanged: Email<{ at: string; resetLink: string }> = {
  kind: "service",
  when: "When a password was changed or reset",
  subject: () => "Your password was changed",
  body: ({ at, resetLink }, sender) => (
    <MailLayout sender={sender} preview="Your password was changed">
      <Paragraph>
        The password of your account was changed on {at}. Your other devices were signed out.
      </Paragraph>
      <Paragraph>If it was not you, choose a new password now and write to us.</Paragraph>
      <Action href={resetLink}>Choose a new password</Action>
    </MailLayout>
  ),
  sample: {
    at: "3 November 2026, 2:05pm (GMT)",
    resetLink: "https://portal.example/forgotten-password",
  },
};
