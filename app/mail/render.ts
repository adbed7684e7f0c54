import { render } from "@react-email/render";
import type { Email, Sender } from "./email";

/** The subject, HTML and plain text of a mail. Templates are loaded when the first mail is rendered. */
export async function renderEmail(name: string, details: unknown, sender: Sender) {
  const { emails } = await import("~/emails");
  const email = (emails as Record<string, Email<unknown> | undefined>)[name];
  if (!email) throw new Error(`There is no mail called ${name}`);
  const body = email.body(details, sender);
  return {
    subject: email.subject(details, sender),
    html: await render(body),
    text: await render(body, { plainText: true }),
  };
}
