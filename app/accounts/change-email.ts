import { record } from "~/history/record";
import { err, ok, type Result } from "~/lib/result";
import { instantInWords } from "~/lib/words";
import { sendLater, sendSecretLater } from "~/mail/send-later";
import type { Trx } from "~/schema";
import type { World } from "~/world";
import { emailKeyOf } from "./email-key";
import { hiddenAddress } from "./hidden-address";
import { issueLink, type LinkRefusal, redeemToken } from "./one-time-links";
import { spendLinksOf } from "./queries/links";
import { accountOf, isEmailTaken, updatePerson } from "./queries/people";
import { deleteSessionsOf } from "./queries/sessions";
import type { Moment } from "./sign-up";

/**
 * Asks the new address to confirm and tells the old one. Where the new one is somebody's already, nothing goes there and
 * the caller learns the same.
 */
export function askForEmailChange(
  world: World,
  personId: string,
  newEmail: string,
  moment: Moment,
): Promise<Result<null, { reason: "same" }>> {
  return world.db.transaction().execute(async (trx) => {
    const holder = await accountOf(trx, personId);
    if (!holder || holder.emailKey === emailKeyOf(newEmail)) return err({ reason: "same" });
    await spendLinksOf(trx, personId, ["changeEmail"], moment.realNow.toString());
    if (!(await isEmailTaken(trx, emailKeyOf(newEmail))))
      await mailNewAddress(trx, world, personId, newEmail, moment);
    const subject = { kind: "person", id: personId };
    const entry = { actorId: personId, act: "accounts.emailChangeRequested", subject, personId };
    await record(trx, entry, moment.now);
    const securityLink = `${world.environment.portalUrl}/forgotten-password`;
    const details = { newEmail: hiddenAddress(newEmail), securityLink };
    await sendLater(trx, "accounts.emailChangeRequested", { personId }, details, moment.now);
    return ok(null);
  });
}

async function mailNewAddress(
  trx: Trx,
  world: World,
  personId: string,
  newEmail: string,
  { now, realNow }: Moment,
): Promise<void> {
  const purpose = "changeEmail";
  const { token } = await issueLink(trx, { personId, purpose, email: newEmail }, realNow);
  const link = `${world.environment.portalUrl}/account/email/confirm?token=${token}`;
  const recipient = { personId, email: newEmail };
  await sendSecretLater(trx, world.seal, "accounts.confirmNewEmail", recipient, { link }, now);
}

/** The new mailbox answered: from now on it is the person's address, and every device signs in anew. */
export function confirmEmailChange(
  world: World,
  token: string,
  moment: Moment,
): Promise<Result<null, LinkRefusal | { reason: "taken" }>> {
  return world.db.transaction().execute(async (trx) => {
    const redeemed = await redeemToken(trx, token, "changeEmail", moment.realNow);
    if (!redeemed.ok) return redeemed;
    const { personId, email } = redeemed.value;
    if (await isEmailTaken(trx, emailKeyOf(email))) return err({ reason: "taken" });
    await setEmail(trx, personId, email, personId, moment);
    await deleteSessionsOf(trx, personId);
    return ok(null);
  });
}

/** Gives a person another address, with history and a notice to both. Links sent to the old one are dead. */
export async function setEmail(
  trx: Trx,
  personId: string,
  email: string,
  actorId: string | null,
  { now, realNow }: Moment,
): Promise<void> {
  const before = (await accountOf(trx, personId))?.email;
  const at = now.toString();
  await updatePerson(trx, personId, { email, emailKey: emailKeyOf(email), emailVerifiedAt: at });
  const dead = ["signIn", "resetPassword", "changeEmail", "confirmEmail"] as const;
  await spendLinksOf(trx, personId, [...dead], realNow.toString());
  await record(
    trx,
    {
      actorId,
      act: "accounts.emailChanged",
      subject: { kind: "person", id: personId },
      personId,
      changes: { email: { before, after: email } },
    },
    now,
  );
  const details = { newEmail: hiddenAddress(email), at: instantInWords(at) };
  for (const to of [before, email])
    if (to) await sendLater(trx, "accounts.addressChanged", { personId, email: to }, details, now);
}
