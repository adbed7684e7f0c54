import { newToken } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import { sendSecretLater } from "~/mail/send-later";
import type { World } from "~/world";
import { type MailboxProof, openAccount, redeem } from "./confirm-email";
import { emailKeyOf } from "./email-key";
import { issueLink, type LinkRefusal } from "./one-time-links";
import { passwordMatches } from "./password";
import { accountByEmailKey, isOpen } from "./queries/people";
import { type Blocked, beginAttempt, forgetFailures } from "./sign-in-failures";
import { isUnconfirmedPassword, type Moment } from "./sign-up";

export type PasswordRefusal = { reason: "wrong" } | { reason: "unconfirmed" } | Blocked;

/** Whose password this is. `unconfirmed` is said only to somebody who knows the password. */
export async function proveByPassword(
  world: World,
  { email, password }: { email: string; password: string },
  { realNow }: Moment,
): Promise<Result<{ personId: string }, PasswordRefusal>> {
  const emailKey = emailKeyOf(email);
  const allowed = await beginAttempt(world.db, emailKey, realNow);
  if (!allowed.ok) return allowed;
  const holder = await accountByEmailKey(world.db, emailKey);
  const isUnconfirmed = holder && !isOpen(holder);
  const fits = isUnconfirmed
    ? await isUnconfirmedPassword(world, holder.personId, password)
    : await passwordMatches(holder?.passwordHash ?? null, password);
  if (!fits || !holder) {
    world.counters.add("signInRefused");
    return err({ reason: "wrong" });
  }
  await forgetFailures(world.db, emailKey);
  return isUnconfirmed ? err({ reason: "unconfirmed" }) : ok({ personId: holder.personId });
}

/** Mails a sign-in link and code, if the address is somebody's. The caller learns the same either way. */
export async function askForSignInLink(
  world: World,
  email: string,
  { now, realNow }: Moment,
): Promise<string> {
  const attemptId = newToken();
  await world.db.transaction().execute(async (trx) => {
    const holder = await accountByEmailKey(trx, emailKeyOf(email));
    if (!holder) return;
    const { personId } = holder;
    const { token, code } = await issueLink(
      trx,
      { personId, purpose: "signIn", email: holder.email, attemptId },
      realNow,
    );
    const link = `${world.environment.portalUrl}/sign-in/link?token=${token}`;
    const name = "accounts.signInLink";
    await sendSecretLater(trx, world.seal, name, { personId }, { link, code }, now);
  });
  return attemptId;
}

/** Whose mailbox this is. It confirms the address too, where that was still to be done. */
export function proveByMailbox(
  world: World,
  proof: MailboxProof,
  moment: Moment,
): Promise<Result<{ personId: string }, LinkRefusal>> {
  return world.db.transaction().execute(async (trx) => {
    const redeemed = await redeem(trx, proof, "signIn", moment);
    if (!redeemed.ok) return redeemed;
    await openAccount(trx, world, redeemed.value, moment);
    return ok({ personId: redeemed.value.personId });
  });
}
