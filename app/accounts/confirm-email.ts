import { record } from "~/history/record";
import type { Result } from "~/lib/result";
import type { Trx } from "~/schema";
import type { World } from "~/world";
import { mailBackupConfirmation } from "./backup-email";
import { type Link, type LinkRefusal, redeemCode, redeemToken } from "./one-time-links";
import { accountOf, isOpen, putAccount, updatePerson } from "./queries/people";
import type { Moment } from "./sign-up";

/** What proves a mailbox: the link that came there, or the code with the attempt that asked for it. */
export type MailboxProof = { token: string } | { attemptId: string; code: string };

/** Confirms an address. What its sign-up chose becomes the account's. */
export function confirmEmail(
  world: World,
  proof: MailboxProof,
  moment: Moment,
): Promise<Result<Link, LinkRefusal>> {
  return world.db.transaction().execute(async (trx) => {
    const redeemed = await redeem(trx, proof, "confirmEmail", moment);
    if (redeemed.ok) await openAccount(trx, world, redeemed.value, moment);
    return redeemed;
  });
}

export const redeem = (
  trx: Trx,
  proof: MailboxProof,
  purpose: "confirmEmail" | "signIn",
  { realNow }: Moment,
): Promise<Result<Link, LinkRefusal>> =>
  "token" in proof
    ? redeemToken(trx, proof.token, purpose, realNow)
    : redeemCode(trx, proof.attemptId, proof.code, purpose, realNow);

/** The mailbox is proven: the address is confirmed and the person can sign in. */
export async function openAccount(
  trx: Trx,
  world: World,
  link: Pick<Link, "personId" | "passwordHash" | "backupEmail">,
  moment: Moment,
): Promise<void> {
  const { personId } = link;
  const holder = await accountOf(trx, personId);
  if (!holder || isOpen(holder)) return;
  const at = moment.now.toString();
  await putAccount(trx, personId, link.passwordHash, at);
  await updatePerson(trx, personId, { emailVerifiedAt: at });
  const subject = { kind: "person", id: personId };
  const entry = { actorId: personId, act: "accounts.emailConfirmed", subject, personId };
  await record(trx, entry, moment.now);
  if (link.backupEmail)
    await mailBackupConfirmation(trx, world, personId, link.backupEmail, moment);
}
