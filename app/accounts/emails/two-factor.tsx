import type { Email } from "~/mail/email";
import { Action, MailLayout, Paragraph } from "~/mail/layout";

export type TwoFactorChange =
  | "turnedOn"
  | "turnedOff"
  | "codesRenewed"
  | "recoveryCodeUsed"
  | "resetByOffice";

const WORDS: Record<TwoFactorChange, string> = {
  turnedOn: "Two-factor sign-in was turned on for your account.",
  turnedOff: "Two-factor sign-in was turned off for your account.",
  codesRenewed: "New recovery codes were made for your account. The old ones no longer work.",
  recoveryCodeUsed: "Somebody signed in to your account with a recovery code.",
  resetByOffice:
    "Our office reset two-factor sign-in for your account, and your devices were signed out. You can set it up again when you sign in.",
};

export const twoFactorChanged: Email<{ change: TwoFactorChange; securityLink: string }> = {
  kind: "service",
  when: "When two-factor sign-in is turned on, off or reset, and when recovery codes are renewed or used",
  subject: () => "Two-factor sign-in: something changed",
  body: ({ change, securityLink }, sender) => (
    <MailLayout sender={sender} preview={WORDS[change]}>
      <Paragraph>{WORDS[change]}</Paragraph>
      <Paragraph>If it was not you, change your password now and write to us.</Paragraph>
      <Action href={securityLink}>Check my account’s security</Action>
    </MailLayout>
  ),
  sample: { change: "turnedOn", securityLink: "https://portal.example/account/security" },
};
