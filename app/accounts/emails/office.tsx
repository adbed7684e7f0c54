import type { Email } from "~/mail/email";
import { Action, Facts, MailLayout, Paragraph } from "~/mail/layout";

interface Move {
  newEmail: string;
  takesEffect: string;
  stopLink: string;
}

export const accountMoveRequested: Email<Move> = {
  kind: "service",
  when: "To the old, backup and new address, when the office is going to move an account to a new address",
  isSecret: true,
  subject: () => "Your account is going to move to a new email address",
  body: ({ newEmail, takesEffect, stopLink }, sender) => (
    <MailLayout
      sender={sender}
      preview="Your account is going to move to a new email address"
      because="your account is about to change"
    >
      <Paragraph>Our office was asked to move your account to a new email address.</Paragraph>
      <Facts
        rows={[
          ["New address", newEmail],
          ["Takes effect", takesEffect],
        ]}
      />
      <Paragraph>If you asked for this, there is nothing to do. If not, stop it now.</Paragraph>
      <Action href={stopLink}>Stop the move</Action>
    </MailLayout>
  ),
  sample: {
    newEmail: "a…@example.org",
    takesEffect: "6 November 2026, 2pm (GMT)",
    stopLink: "https://portal.example/account-moves/stop?token=sample",
  },
};

export const accountMoveStopped: Email<{ newEmail: string }> = {
  kind: "service",
  when: "To the old, backup and new address, when the move of an account was stopped",
  subject: () => "The move of your account was stopped",
  body: ({ newEmail }, sender) => (
    <MailLayout sender={sender} preview="The move of your account was stopped">
      <Paragraph>
        Your account does not move to {newEmail}. You sign in with the address that you have used so
        far. If you still need the move, write to us.
      </Paragraph>
    </MailLayout>
  ),
  sample: { newEmail: "a…@example.org" },
};

export const breakGlassUsed: Email<{ email: string; at: string }> = {
  kind: "service",
  when: "To every administrator, when a locked-out administrator was let in from the server",
  subject: () => "An administrator was let in from the server",
  body: ({ email, at }, sender) => (
    <MailLayout
      sender={sender}
      preview="An administrator was let in from the server"
      because="you are an administrator of the portal"
    >
      <Paragraph>
        Somebody with access to the server made a one-time sign-in link for an administrator and
        reset their two-factor sign-in.
      </Paragraph>
      <Facts
        rows={[
          ["Administrator", email],
          ["When", at],
        ]}
      />
      <Paragraph>If nobody of you did this, the server may be in wrong hands.</Paragraph>
      <Action href={`${sender.portalUrl}/admin/staff`}>Look at the staff page</Action>
    </MailLayout>
  ),
  sample: { email: "amara.okafor@example.org", at: "3 November 2026, 2:05pm (GMT)" },
};
