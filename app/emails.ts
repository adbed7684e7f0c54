import { accountsEmails } from "./accounts/emails";
import { billingEmails } from "./billing/emails";
import type { Email } from "./mail/email";
import { mailEmails } from "./mail/emails";
import { membershipEmails } from "./membership/emails";

/** Every mail there is, by its name in the outbox. `/admin/mail` lists them with their samples. */
export const emails = {
  ...accountsEmails,
  ...membershipEmails,
  ...billingEmails,
  ...mailEmails,
};

export type EmailName = keyof typeof emails;
export type DetailsOf<Name extends EmailName> =
  (typeof emails)[Name] extends Email<infer Details> ? Details : never;
