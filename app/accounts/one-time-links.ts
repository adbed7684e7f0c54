import { randomInt } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { hashOf, newToken } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import type { Db, Trx } from "~/schema";
import {
  countAttempt,
  insertLink,
  openLinkByAttempt,
  openLinkByHash,
  spendLinksOf,
} from "./queries/links";
import type { LinkPurpose } from "./tables";

/** How long a link and its code work. What signs somebody in lives short (ASVS 5.0 6.5.5). */
const LIFE_MINUTES: Record<LinkPurpose, number> = {
  confirmEmail: 24 * 60,
  signIn: 10,
  resetPassword: 30,
  changeEmail: 24 * 60,
  confirmBackup: 24 * 60,
};
const MOST_ATTEMPTS = 5;

export interface NewLink {
  personId: string;
  purpose: LinkPurpose;
  email: string;
  /** What the asking browser keeps; made up where it keeps nothing. */
  attemptId?: string;
  passwordHash?: string;
  backupEmail?: string | null;
  lifeMinutes?: number;
}

/** Makes a link and a six-digit code. Only hashes are stored; the code's is bound to the attempt. */
export async function issueLink(trx: Trx, link: NewLink, realNow: Temporal.Instant) {
  const { personId, purpose, email, attemptId = newToken() } = link;
  const token = newToken();
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const minutes = link.lifeMinutes ?? LIFE_MINUTES[purpose];
  await insertLink(trx, {
    hash: hashOf(token),
    personId,
    purpose,
    email,
    attemptId,
    codeHash: hashOf(attemptId + code),
    passwordHash: link.passwordHash ?? null,
    backupEmail: link.backupEmail ?? null,
    createdAt: realNow.toString(),
    expiresAt: realNow.add({ minutes }).toString(),
    usedAt: null,
  });
  return { token, code };
}

/** A link as it stands in a mailbox: looking changes nothing, however often a scanner looks. */
export const findLink = (db: Db, token: string, purpose: LinkPurpose, realNow: Temporal.Instant) =>
  openLinkByHash(db, hashOf(token), purpose, realNow.toString());

export type Link = NonNullable<Awaited<ReturnType<typeof openLinkByHash>>>;

/** `ended`: used, too old, or tried too often; a new one is needed. */
export type LinkRefusal = { reason: "wrongCode" } | { reason: "ended" };

/** Uses the link up, and with it every other of its purpose in that mailbox. */
export async function redeemToken(
  trx: Trx,
  token: string,
  purpose: LinkPurpose,
  realNow: Temporal.Instant,
): Promise<Result<Link, LinkRefusal>> {
  const link = await findLink(trx, token, purpose, realNow);
  if (!link) return err({ reason: "ended" });
  await spendLinksOf(trx, link.personId, [purpose], realNow.toString());
  return ok(link);
}

/** The same by the code, which counts only in the browser that asked, and for five attempts. */
export async function redeemCode(
  trx: Trx,
  attemptId: string,
  code: string,
  purpose: LinkPurpose,
  realNow: Temporal.Instant,
): Promise<Result<Link, LinkRefusal>> {
  const link = await openLinkByAttempt(trx, attemptId, purpose, realNow.toString());
  if (!link) return err({ reason: "wrongCode" }); // also where nothing was mailed: the answer must not tell
  if (!(await countAttempt(trx, link.hash, MOST_ATTEMPTS))) return err({ reason: "wrongCode" });
  if (hashOf(attemptId + code) !== link.codeHash) return err({ reason: "wrongCode" });
  await spendLinksOf(trx, link.personId, [purpose], realNow.toString());
  return ok(link);
}
