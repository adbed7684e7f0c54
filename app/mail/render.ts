import { render } from "@react-email/render";
import type { ReactElement } from "react";
import type { Email, Sender } from "./email";

/** The subject, HTML and plain text of a mail. Templates are loaded when the first mail is rendered. */
export async function renderEmail(name: string, details: unknown, sender: Sender) {
  const { emails } = await import("~/emails");
  const email = (emails as Record<string, Email<unknown> | undefined>)[name];
  if (!email) throw new Error(`There is no mail called ${name}`);
  const body = email.body(details, sender);
  const subject = email.subject(details, sender).replace(/\s+/g, " ").trim(); // a line break would end the header
  return { subject, ...(await renderBody(body)) };
}

/** A mail's body in both of its forms. */
export async function renderBody(body: ReactElement): Promise<{ html: string; text: string }> {
  return {
    html: await render(body),
    text: await render(body, {
      plainText: true,
      htmlToTextOptions: { selectors: FACTS_ON_A_LINE },
    }),
  };
}

/** In plain text "Amount: £45.00" stands on a line of its own. */
const FACTS_ON_A_LINE = [
  {
    selector: "tr[data-fact]",
    format: "block",
    options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
  },
  { selector: "th[data-fact]", format: "inline" },
  { selector: "td[data-fact]", format: "inline" },
];
