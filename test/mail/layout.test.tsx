import { render } from "@react-email/render";
import { expect, test } from "vitest";
import { Action, Code, Facts, MailLayout, Paragraph } from "~/mail/layout";
import { renderBody } from "~/mail/render";

const sender = {
  associationName: "Linkway",
  portalUrl: "https://portal.example",
  contactEmail: "office@linkway.example",
};

const mail = (
  <MailLayout sender={sender} preview="Confirm your email address">
    <Paragraph>Hello Bem, {"<b>this is you</b>"}.</Paragraph>
    <Action href="https://portal.example/verify-email?token=abc">Confirm my email address</Action>
    <Code>042 917</Code>
    <Facts
      rows={[
        ["Amount", "£45.00"],
        ["Paid on", "3 November 2026"],
      ]}
    />
  </MailLayout>
);

test("a mail says in plain text everything that it says in HTML, links included", async () => {
  const { text } = await renderBody(mail);
  expect(text.replace(/\n{2,}/g, "\n\n")).toBe(`Linkway

Hello Bem, <b>this is you</b>.

Confirm my email address https://portal.example/verify-email?token=abc

042 917

Amount: £45.00
Paid on: 3 November 2026

----------------------------------------

Linkway sent you this email because you have an account or an application with us.

Questions? Write to office@linkway.example or go to https://portal.example`);
});

test("the HTML has a language, a title and headers for its facts, and escapes what people typed", async () => {
  const { html } = await renderBody(mail);
  expect(html).toContain('lang="en-GB"');
  expect(html).toContain("<title>Confirm your email address</title>");
  expect(html).toContain('<th scope="row"');
  expect(html).toContain("&lt;b&gt;this is you");
  expect(html).toContain(">https://portal.example/verify-email?token=abc<");
});

test("nothing in a mail is fetched from elsewhere", async () => {
  const html = await render(mail);
  expect(html).not.toMatch(/<img|<script|@import|url\(/i);
});
