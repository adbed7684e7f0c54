import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { newId, newToken } from "~/lib/id";
import { sendLater, sendSecretLater } from "~/mail/send-later";
import type { Trx } from "~/schema";
import type { World } from "~/world";
import { emailKeyOf } from "./email-key";
import { issueLink } from "./one-time-links";
import { hashPassword, passwordMatches } from "./password";
import { newestLinkOf } from "./queries/links";
import { accountByEmailKey, insertPerson, isEmailTaken, isOpen } from "./queries/people";

export interface SignUp {
  email: string;
  password: string;
  backupEmail?: string;
}

export interface Moment {
  now: Temporal.Instant;
  realNow: Temporal.Instant;
}

/**
 * Starts an account, or writes to the one that exists: either way one mail goes out and the caller learns the same.
 * What was chosen counts only once the address is confirmed, so that nobody opens an account in another's name.
 * @returns the attempt that a code must come with
 */
export async function signUp(world: World, chosen: SignUp, moment: Moment): Promise<string> {
  const passwordHash = await hashPassword(chosen.password);
  const attemptId = newToken();
  const emailKey = emailKeyOf(chosen.email);
  await world.db.transaction().execute(async (trx) => {
    const holder = await accountByEmailKey(trx, emailKey);
    if (holder && isOpen(holder)) return tellOfAccount(trx, world, holder.personId, moment.now);
    if (!holder && (await isEmailTaken(trx, emailKey))) return; // of somebody erased or deceased
    const personId = holder?.personId ?? (await addPerson(trx, chosen.email, moment.now));
    const backupEmail = chosen.backupEmail ?? null;
    await mailConfirmation(
      trx,
      world,
      { personId, email: chosen.email, attemptId, passwordHash, backupEmail },
      moment,
    );
  });
  return attemptId;
}

async function addPerson(trx: Trx, email: string, now: Temporal.Instant): Promise<string> {
  const personId = newId();
  await insertPerson(trx, {
    id: personId,
    email,
    emailKey: emailKeyOf(email),
    createdAt: now.toString(),
  });
  const subject = { kind: "person", id: personId };
  await record(trx, { actorId: personId, act: "accounts.signedUp", subject, personId }, now);
  return personId;
}

interface Confirmation {
  personId: string;
  email: string;
  attemptId: string;
  passwordHash?: string;
  backupEmail?: string | null;
}

/** Mails a link and a code by which the address is confirmed. */
export async function mailConfirmation(
  trx: Trx,
  world: World,
  confirmation: Confirmation,
  { now, realNow }: Moment,
): Promise<void> {
  const { personId, email } = confirmation;
  const { token, code } = await issueLink(
    trx,
    { ...confirmation, purpose: "confirmEmail" },
    realNow,
  );
  const link = `${world.environment.portalUrl}/verify-email?token=${token}`;
  const recipient = { personId, email };
  await sendSecretLater(trx, world.seal, "accounts.confirmEmail", recipient, { link, code }, now);
}

async function tellOfAccount(trx: Trx, world: World, personId: string, now: Temporal.Instant) {
  const { portalUrl } = world.environment;
  const details = {
    signInLink: `${portalUrl}/sign-in`,
    resetLink: `${portalUrl}/forgotten-password`,
  };
  await sendLater(trx, "accounts.alreadyHaveAccount", { personId }, details, now);
}

/** Another code for an address that waits to be confirmed; for any other address nothing happens. */
export async function confirmAgain(world: World, email: string, moment: Moment): Promise<string> {
  const attemptId = newToken();
  await world.db.transaction().execute(async (trx) => {
    const holder = await accountByEmailKey(trx, emailKeyOf(email));
    if (!holder || isOpen(holder)) return;
    const last = await newestLinkOf(trx, holder.personId, "confirmEmail");
    await mailConfirmation(
      trx,
      world,
      {
        personId: holder.personId,
        email: holder.email,
        attemptId,
        passwordHash: last?.passwordHash ?? undefined,
        backupEmail: last?.backupEmail,
      },
      moment,
    );
  });
  return attemptId;
}

/** Whether this is the password of a sign-up whose address was never confirmed. */
export async function isUnconfirmedPassword(
  world: World,
  personId: string,
  password: string,
): Promise<boolean> {
  const last = await newestLinkOf(world.db, personId, "confirmEmail");
  return passwordMatches(last?.passwordHash ?? null, password);
}
