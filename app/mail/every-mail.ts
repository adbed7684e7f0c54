import type { Email, Sender } from "./email";
import { emailNameInWords } from "./mail-words";
import { renderEmail } from "./render";

async function registry(): Promise<Record<string, Email<unknown> | undefined>> {
  const { emails } = await import("~/emails"); // templates are loaded when they are first asked for
  return emails as Record<string, Email<unknown>>;
}

/** Every mail that the portal can send, for the office's list. */
export async function everyMail() {
  return Object.entries(await registry())
    .flatMap(([name, email]) =>
      email ? [{ name, words: emailNameInWords(name), when: email.when, kind: email.kind }] : [],
    )
    .sort((a, b) => a.words.localeCompare(b.words, "en-GB"));
}

/** A mail as it looks with made-up details; undefined where there is none of that name. */
export async function sampleMail(name: string, sender: Sender) {
  const emails = await registry();
  const email = Object.hasOwn(emails, name) ? emails[name] : undefined;
  if (!email) return undefined;
  const rendered = await renderEmail(name, email.sample, sender);
  return { ...rendered, words: emailNameInWords(name), when: email.when, kind: email.kind };
}
