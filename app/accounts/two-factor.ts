import { record } from "~/history/record";
import { err, ok, type Result } from "~/lib/result";
import { sendLater } from "~/mail/send-later";
import type { Trx } from "~/schema";
import type { World } from "~/world";
import type { TwoFactorChange } from "./emails/two-factor";
import { counterOf } from "./one-time-password";
import { deleteSessionsOf } from "./queries/sessions";
import {
  deleteTwoFactor,
  putTwoFactor,
  replaceRecoveryCodes,
  takeCounter,
  takeRecoveryCode,
  twoFactorOf,
} from "./queries/two-factor";
import { looksLikeRecoveryCode, newRecoveryCodes, recoveryCodeHash } from "./recovery-codes";
import { type Blocked, beginAttempt, forgetFailures } from "./sign-in-failures";
import type { Moment } from "./sign-up";

export type CodeRefusal = { reason: "wrongCode" } | Blocked;

/** Judges a code of the app, or a recovery code. Each counts once; failures are counted and block. */
export async function proveByCode(
  world: World,
  personId: string,
  code: string,
  moment: Moment,
): Promise<Result<null, CodeRefusal>> {
  const key = `twoFactor ${personId}`;
  const allowed = await beginAttempt(world.db, key, moment.realNow);
  if (!allowed.ok) return allowed;
  const fits = looksLikeRecoveryCode(code)
    ? await spendRecoveryCode(world, personId, code, moment)
    : await spendAppCode(world, personId, code, moment);
  if (!fits) return err({ reason: "wrongCode" });
  await forgetFailures(world.db, key);
  return ok(null);
}

async function spendAppCode(world: World, personId: string, code: string, { realNow }: Moment) {
  const factor = await twoFactorOf(world.db, personId);
  if (!factor) return false;
  const counter = counterOf(world.seal.open(factor.sealedSecret), code, realNow);
  return counter !== null && takeCounter(world.db, personId, counter);
}

async function spendRecoveryCode(world: World, personId: string, code: string, moment: Moment) {
  const codeHash = await recoveryCodeHash(personId, code);
  return world.db.transaction().execute(async (trx) => {
    const isTaken = await takeRecoveryCode(trx, personId, codeHash, moment.realNow.toString());
    if (isTaken) await tell(trx, world, personId, "recoveryCodeUsed", moment, personId);
    return isTaken;
  });
}

/**
 * Turns two-factor sign-in on once a code proves that the app has the secret. Every session ends: the caller starts a new one.
 * @returns the recovery codes, which are shown this once
 */
export async function turnOnTwoFactor(
  world: World,
  personId: string,
  { secret, code }: { secret: string; code: string },
  moment: Moment,
): Promise<Result<string[], { reason: "wrongCode" } | { reason: "alreadyOn" }>> {
  const lastCounter = counterOf(secret, code, moment.realNow);
  if (lastCounter === null) return err({ reason: "wrongCode" });
  const { codes, hashes } = await freshCodes(personId);
  return world.db.transaction().execute(async (trx) => {
    if (await twoFactorOf(trx, personId)) return err({ reason: "alreadyOn" });
    const confirmedAt = moment.realNow.toString();
    const sealedSecret = world.seal.close(secret);
    await putTwoFactor(trx, { personId, sealedSecret, confirmedAt, lastCounter });
    await replaceRecoveryCodes(trx, personId, hashes);
    await deleteSessionsOf(trx, personId); // they were opened without it
    await tell(trx, world, personId, "turnedOn", moment, personId);
    return ok(codes);
  });
}

/** Ten new recovery codes in the place of the old ones. */
export async function renewRecoveryCodes(
  world: World,
  personId: string,
  moment: Moment,
): Promise<string[]> {
  const { codes, hashes } = await freshCodes(personId);
  await world.db.transaction().execute(async (trx) => {
    await replaceRecoveryCodes(trx, personId, hashes);
    await tell(trx, world, personId, "codesRenewed", moment, personId);
  });
  return codes;
}

async function freshCodes(personId: string) {
  const codes = newRecoveryCodes();
  const hashes = await Promise.all(codes.map((code) => recoveryCodeHash(personId, code)));
  return { codes, hashes };
}

/** Who works for the office keeps it on. */
export function turnOffTwoFactor(
  world: World,
  personId: string,
  isStaff: boolean,
  moment: Moment,
): Promise<Result<null, { reason: "staffNeedIt" }>> {
  return world.db.transaction().execute(async (trx) => {
    if (isStaff) return err({ reason: "staffNeedIt" });
    await deleteTwoFactor(trx, personId);
    await tell(trx, world, personId, "turnedOff", moment, personId);
    return ok(null);
  });
}

const ACTS: Record<TwoFactorChange, string> = {
  turnedOn: "accounts.twoFactorTurnedOn",
  turnedOff: "accounts.twoFactorTurnedOff",
  codesRenewed: "accounts.recoveryCodesRenewed",
  recoveryCodeUsed: "accounts.recoveryCodeUsed",
  resetByOffice: "accounts.twoFactorReset",
};

/** Writes a change of the second factor into the history and to its owner. */
export async function tell(
  trx: Trx,
  world: World,
  personId: string,
  change: TwoFactorChange,
  { now }: Moment,
  actorId: string | null,
  reason?: string,
): Promise<void> {
  const subject = { kind: "person", id: personId };
  await record(trx, { actorId, act: ACTS[change], subject, personId, reason }, now);
  const securityLink = `${world.environment.portalUrl}/account/security`;
  const details = { change, securityLink };
  await sendLater(trx, "accounts.twoFactorChanged", { personId }, details, now);
}
