import { Secret, TOTP } from "otpauth";
import { vi } from "vitest";
import { emailKeyOf } from "~/accounts/email-key";
import { hashPassword } from "~/accounts/password";
import type { Db } from "~/schema";
import { person } from "../support/people";
import type { TestPortal } from "../support/portal";

// the first mail of a process loads the templates, which takes seconds on a busy machine
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

export const PASSWORD = "three quiet herons";
let hashed: Promise<string> | undefined;

/** A person with a confirmed address and the password of these tests. */
export async function withPassword(db: Db, name: string) {
  hashed ??= hashPassword(PASSWORD);
  const somebody = await person(db, name);
  await db
    .updateTable("accounts")
    .set({ passwordHash: await hashed })
    .where("personId", "=", somebody.personId)
    .execute();
  return somebody;
}

export const personIdOf = async (db: Db, email: string) =>
  (
    await db
      .selectFrom("people")
      .select("id")
      .where("emailKey", "=", emailKeyOf(email))
      .executeTakeFirstOrThrow()
  ).id;

const FIREFOX = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0";

/** A browser that keeps its cookies and follows no redirect by itself. */
export function browser(app: TestPortal, agent = FIREFOX) {
  const cookies = new Map<string, string>();
  async function send(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(new URL(path, app.url), {
      redirect: "manual",
      ...init,
      headers: {
        origin: app.url,
        connection: "close", // a kept one may be closed by the server just as it is used again
        "user-agent": agent,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...init.headers,
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
      if (value === "" || /Max-Age=0/.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }
  return {
    cookies,
    get: (path: string, method = "GET") => send(path, { method }),
    post: (path: string, form: Record<string, string>) =>
      send(path, { method: "POST", body: new URLSearchParams(form) }),
    /** Sends a request as it stands, as a browser does on 307. */
    send,
  };
}

export type TestBrowser = ReturnType<typeof browser>;

/** The mails to an address, newest first, once everything that is due was sent. */
export async function mailsTo(app: TestPortal, address: string) {
  await app.settle();
  const mails = await app.world.db
    .selectFrom("caughtMails")
    .select(["subject", "text"])
    .where("toAddress", "=", address)
    .orderBy("id", "desc")
    .execute();
  return mails;
}

export async function newestMail(app: TestPortal, address: string) {
  const [mail] = await mailsTo(app, address);
  if (!mail) throw new Error(`No mail to ${address}`);
  return { ...mail, code: codeIn(mail.text), path: pathIn(mail.text, app.url) };
}

const codeIn = (text: string): string => text.match(/\b\d{6}\b/)?.[0] ?? "";

/** The first link of a mail to a page of the portal, without its origin. */
function pathIn(text: string, origin: string): string {
  const link = text.match(/https?:\/\/[^\s\]]+\?token=[\w-]+/)?.[0] ?? "";
  return link.replace(origin, "");
}

/** What an authenticator app shows for a secret at this time. */
export const appCode = (secret: string, app: TestPortal): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, "")) }).generate({
    timestamp: app.clock.real().epochMilliseconds,
  });

/** Turns two-factor sign-in on for a person, past the pages. */
export async function giveTwoFactor(app: TestPortal, personId: string): Promise<string> {
  const secret = new Secret({ size: 20 }).base32;
  const factor = {
    personId,
    sealedSecret: app.world.seal.close(secret),
    confirmedAt: app.clock.real().toString(),
  };
  await app.world.db
    .insertInto("twoFactors")
    .values(factor)
    .onConflict((conflict) => conflict.column("personId").doUpdateSet(factor))
    .execute();
  return secret;
}
