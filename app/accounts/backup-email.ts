import { record } from "~/history/record";
import { err, ok, type Result } from "~/lib/result";
import { sendSecretLater } from "~/mail/send-later";
import type { Trx } from "~/schema";
import type { World } from "~/world";
import { emailKeyOf } from "./email-key";
import { issueLink, type LinkRefusal, redeemToken } from "./one-time-links";
import { spendLinksOf } from "./queries/links";
import { accountOf, updatePerson } from "./queries/people";
import type { Moment } from "./sign-up";

/** Keeps an address as the backup and asks it to confirm; it helps nobody in before it has. */
export async function mailBackupConfirmation(
  trx: Trx,
  world: World,
  personId: string,
  backupEmail: string,
  { now, realNow }: Moment,
): Promise<void> {
  await spendLinksOf(trx, personId, ["confirmBackup"], realNow.toString());
  await updatePerson(trx, personId, {
    backupEmail,
    backupEmailKey: emailKeyOf(backupEmail),
    backupEmailConfirmedAt: null,
  });
  const { token } = await issueLink(
    trx,
    { personId, purpose: "confirmBackup", email: backupEmail },
    realNow,
  );
  const link = `${world.environment.portalUrl}/account/backup-email/confirm?token=${token}`;
  const recipient = { personId, email: backupEmail };
  await sendSecretLater(trx, world.seal, "accounts.confirmBackup", recipient, { link }, now);
}

/** Sets or, with null, removes the backup address. */
export function changeBackupEmail(
  world: World,
  personId: string,
  backupEmail: string | null,
  moment: Moment,
): Promise<Result<null, { reason: "sameAsMain" }>> {
  return world.db.transaction().execute(async (trx) => {
    const holder = await accountOf(trx, personId);
    if (backupEmail && emailKeyOf(backupEmail) === holder?.emailKey)
      return err({ reason: "sameAsMain" });
    if (backupEmail) await mailBackupConfirmation(trx, world, personId, backupEmail, moment);
    else await removeBackup(trx, personId, moment);
    await record(
      trx,
      {
        actorId: personId,
        act: "accounts.backupEmailChanged",
        subject: { kind: "person", id: personId },
        personId,
        changes: { backupEmail: { before: holder?.backupEmail, after: backupEmail } },
      },
      moment.now,
    );
    return ok(null);
  });
}

async function removeBackup(trx: Trx, personId: string, { realNow }: Moment): Promise<void> {
  await spendLinksOf(trx, personId, ["confirmBackup", "resetPassword"], realNow.toString());
  await updatePerson(trx, personId, {
    backupEmail: null,
    backupEmailKey: null,
    backupEmailConfirmedAt: null,
  });
}

/** The backup mailbox answered. */
export function confirmBackupEmail(
  world: World,
  token: string,
  { now, realNow }: Moment,
): Promise<Result<null, LinkRefusal>> {
  return world.db.transaction().execute(async (trx) => {
    const redeemed = await redeemToken(trx, token, "confirmBackup", realNow);
    if (!redeemed.ok) return redeemed;
    const { personId } = redeemed.value;
    await updatePerson(trx, personId, { backupEmailConfirmedAt: now.toString() });
    const subject = { kind: "person", id: personId };
    const entry = { actorId: personId, act: "accounts.backupEmailConfirmed", subject, personId };
    await record(trx, entry, now);
    return ok(null);
  });
}
