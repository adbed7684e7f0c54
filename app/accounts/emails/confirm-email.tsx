import type { Email } from "~/mail/email";
import { Action, Code, MailLayout, Paragraph } from "~/mail/layout";

export interface LinkAndCode {
  link: string;
  code: string;
}

const sample = { link: "https://portal.example/verify-email?token=sample", code: "402917" };

export const confirmEmail: Email<LinkAndCode> = {
  kind: "service",
  when: "When somebody signs up, and when they ask for a new code",
  isSecret: true,
  subject: ({ code }) => `${code} is your code to confirm your email address`,
  body: ({ link, code }, sender) => (
    <MailLayout
      sender={sender}
      preview="Confirm your email address"
      because="this address was used to sign up"
    >
      <Paragraph>Type this code into the page that asked for it:</Paragraph>
      <Code>{code}</Code>
      <Paragraph>Or confirm with this link, on any device. Both work for 24 hours.</Paragraph>
      <Action href={link}>Confirm my email address</Action>
      <Paragraph>
        If you did not sign up, ignore this email. Without your confirmation nothing happens.
      </Paragraph>
    </MailLayout>
  ),
  sample,
};

export const alreadyHaveAccount: Email<{ signInLink: string; resetLink: string }> = {
  kind: "service",
  when: "When somebody signs up with an address that has an account",
  subject: () => "You already have an account",
  body: ({ signInLink, resetLink }, sender) => (
    <MailLayout
      sender={sender}
      preview="You already have an account"
      because="this address was used to sign up"
    >
      <Paragraph>
        Somebody tried to sign up with this email address. If it was you: you already have an
        account, so you only need to sign in.
      </Paragraph>
      <Action href={signInLink}>Sign in</Action>
      <Paragraph>If you have forgotten your password, choose a new one here: {resetLink}</Paragraph>
      <Paragraph>If it was not you, ignore this email. Your account was not changed.</Paragraph>
    </MailLayout>
  ),
  sample: {
    signInLink: "https://portal.example/sign-in",
    resetLink: "https://portal.example/forgotten-password",
  },
};
