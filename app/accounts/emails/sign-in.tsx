import type { Email } from "~/mail/email";
import { Action, Code, Facts, MailLayout, Paragraph } from "~/mail/layout";
import type { LinkAndCode } from "./confirm-email";

export const signInLink: Email<LinkAndCode> = {
  kind: "service",
  when: "When somebody asks to sign in by email",
  isSecret: true,
  subject: ({ code }) => `${code} is your code to sign in`,
  body: ({ link, code }, sender) => (
    <MailLayout sender={sender} preview="Your code and link to sign in">
      <Paragraph>Type this code into the page that asked for it:</Paragraph>
      <Code>{code}</Code>
      <Paragraph>Or sign in with this link. Both work once, for 10 minutes.</Paragraph>
      <Action href={link}>Sign in</Action>
      <Paragraph>
        If you did not ask to sign in, ignore this email. Never give the code to anybody: we will
        not ask you for it.
      </Paragraph>
    </MailLayout>
  ),
  sample: { link: "https://portal.example/sign-in/link?token=sample", code: "402917" },
};

export const newDevice: Email<{ agent: string; at: string; securityLink: string }> = {
  kind: "service",
  when: "When somebody signs in from a browser that was not seen before",
  subject: () => "A new device signed in to your account",
  body: ({ agent, at, securityLink }, sender) => (
    <MailLayout sender={sender} preview={`Signed in with ${agent}`}>
      <Paragraph>Somebody signed in to your account from a new device.</Paragraph>
      <Facts
        rows={[
          ["Device", agent],
          ["When", at],
        ]}
      />
      <Paragraph>
        If it was you, there is nothing to do. If not, change your password at once and sign that
        device out.
      </Paragraph>
      <Action href={securityLink}>Check my devices</Action>
    </MailLayout>
  ),
  sample: {
    agent: "Firefox on Android",
    at: "3 November 2026, 2:05pm (GMT)",
    securityLink: "https://portal.example/account/devices",
  },
};
