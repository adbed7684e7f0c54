import { record } from "~/history/record";
import { hashOf } from "~/lib/id";
import { ok, type Result } from "~/lib/result";
import { instantInWords } from "~/lib/words";
import { sendLater, sendSecretLater } from "~/mail/send-later";
import type { Trx } from "~/schema";
import type { World } from "~/world";
import { openAccount } from "./confirm-email";
import { emailKeyOf } from "./email-key";
import { issueLink, type LinkRefusal, redeemToken } from "./one-time-links";
import { hashPassword } from "./password";
import { spendLinksOf } from "./queries/links";
import {
  type AccountHolder,
  accountByBackupEmail,
  accountByEmailKey,
  accountOf,
  putAccount,
} from "./queries/people";
import { deleteOtherSessionsOf, deleteSessionsOf } from "./queries/sessions";
import { forgetFailures } from "./sign-in-failures";
import type { Moment } from "./sign-up";

/** Mails a link to choose a new password, to the main or a confirmed backup address. Says nothing about who has one. */
export async function askForReset(
  world: World,
  email: string,
  { now, realNow }: Moment,
): Promise<void> {
  await world.db.transaction().execute(async (trx) => {
    const emailKey = emailKeyOf(email);
    const holder =
      (await accountByEmailKey(trx, emailKey)) ?? (await accountByBackupEmail(trx, emailKey));
    if (!holder) return;
    const { personId } = holder;
    const to = holder.emailKey === emailKey ? holder.email : email;
    const { token } = await issueLink(
      trx,
      { personId, purpose: "resetPassword", email: to },
      realNow,
    );
    const link = `${world.environment.portalUrl}/reset-password?token=${token}`;
    const recipient = { personId, email: to };
    await sendSecretLater(trx, world.seal, "accounts.resetPassword", recipient, { link }, now);
  });
}

/** Sets a new password by a mailed link. Every device is signed out; the second factor stays. */
export async function resetPassword(
  world: World,
  { token, password }: { token: string; password: string },
  moment: Moment,
): Promise<Result<null, LinkRefusal>> {
  const passwordHash = await hashPassword(password);
  const done = await world.db.transaction().execute(async (trx) => {
    const redeemed = await redeemToken(trx, token, "resetPassword", moment.realNow);
    if (!redeemed.ok) return redeemed;
    const { personId, email } = redeemed.value;
    const holder = await accountOf(trx, personId);
    if (holder?.emailKey === emailKeyOf(email))
      await openAccount(trx, world, { personId, passwordHash, backupEmail: null }, moment);
    await deleteSessionsOf(trx, personId);
    await setPassword(trx, world, personId, passwordHash, "accounts.passwordReset", moment);
    return ok(holder);
  });
  if (!done.ok) return done;
  if (done.value) await forgetFailures(world.db, done.value.emailKey);
  return ok(null);
}

/** Changes the password of somebody signed in; the other devices are signed out. */
export async function changePassword(
  world: World,
  { personId, sessionId }: { personId: string; sessionId: string },
  password: string,
  moment: Moment,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  await world.db.transaction().execute(async (trx) => {
    await deleteOtherSessionsOf(trx, personId, hashOf(sessionId));
    await setPassword(trx, world, personId, passwordHash, "accounts.passwordChanged", moment);
  });
}

async function setPassword(
  trx: Trx,
  world: World,
  personId: string,
  passwordHash: string,
  act: string,
  { now, realNow }: Moment,
): Promise<void> {
  await putAccount(trx, personId, passwordHash, now.toString());
  await spendLinksOf(trx, personId, ["resetPassword", "signIn"], realNow.toString());
  await record(
    trx,
    { actorId: personId, act, subject: { kind: "person", id: personId }, personId },
    now,
  );
  const holder = await accountOf(trx, personId);
  if (!holder) return;
  const resetLink = `${world.environment.portalUrl}/forgotten-password`;
  const details = { at: instantInWords(realNow.toString()), resetLink };
  for (const email of addressesOf(holder))
    await sendLater(trx, "accounts.passwordChanged", { personId, email }, details, now);
}

/** Where a notice about the account goes: the main and a confirmed backup address. */
export const addressesOf = ({
  email,
  backupEmail,
  backupEmailConfirmedAt,
}: Pick<AccountHolder, "email" | "backupEmail" | "backupEmailConfirmedAt">): string[] =>
  backupEmail && backupEmailConfirmedAt ? [email, backupEmail] : [email];
