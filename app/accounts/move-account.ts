import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { enqueue } from "~/jobs/enqueue";
import { civilDateOf } from "~/lib/civil-date";
import { hashOf, newToken } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import { instantInWords } from "~/lib/words";
import { sendLater, sendSecretLater } from "~/mail/send-later";
import { associationSettings } from "~/office/settings";
import type { Trx } from "~/schema";
import type { World } from "~/world";
import { setEmail } from "./change-email";
import { addressesOf } from "./change-password";
import { emailKeyOf } from "./email-key";
import { hiddenAddress } from "./hidden-address";
import { mayHelp, type NotHelped } from "./may-help";
import type { Role } from "./policy";
import {
  insertMove,
  moveById,
  moveByStopHash,
  moveOf,
  setMoveDone,
  setMoveStopped,
} from "./queries/moves";
import { accountOf, isEmailTaken, putAccount } from "./queries/people";
import { deleteSessionsOf } from "./queries/sessions";
import type { Moment } from "./sign-up";
import type { AccountMovesTable } from "./tables";

export interface MoveRequest {
  id: string;
  personId: string;
  toEmail: string;
  reason: string;
  by: { personId: string; roles: ReadonlySet<Role> };
}

export type NotMoved =
  | NotHelped
  | { reason: "noPerson" }
  | { reason: "taken" }
  | { reason: "underWay" };

/**
 * Plans the move of an account to a new address, for somebody who has lost the old mailbox. Everybody concerned is told and
 * can stop it until it takes effect, after the hours that the settings say. Sent twice, it is planned once.
 */
export function moveAccount(
  world: World,
  request: MoveRequest,
  { now }: Moment,
): Promise<Result<null, NotMoved>> {
  const { personId, toEmail, by } = request;
  return world.db.transaction().execute(async (trx) => {
    const allowed = await mayHelp(trx, by, personId, civilDateOf(now));
    if (!allowed.ok) return allowed;
    const holder = await accountOf(trx, personId);
    if (!holder) return err({ reason: "noPerson" });
    const current = await moveOf(trx, personId);
    if (current) return current.id === request.id ? ok(null) : err({ reason: "underWay" });
    if (await isEmailTaken(trx, emailKeyOf(toEmail))) return err({ reason: "taken" });
    await planMove(trx, world, request, holder.email, now);
    return ok(null);
  });
}

async function planMove(
  trx: Trx,
  world: World,
  { id, personId, toEmail, reason, by }: MoveRequest,
  fromEmail: string,
  now: Temporal.Instant,
): Promise<void> {
  const { accountMoveHours } = await associationSettings(trx);
  const takesEffectAt = now.add({ hours: accountMoveHours });
  const token = newToken();
  const move = {
    id,
    personId,
    fromEmail,
    toEmail,
    reason,
    by: by.personId,
    stopHash: hashOf(token),
    requestedAt: now.toString(),
    takesEffectAt: takesEffectAt.toString(),
    doneAt: null,
    stoppedAt: null,
  };
  await insertMove(trx, move);
  await enqueue(trx, "accounts.moveAccount", { moveId: id }, now, { runAt: takesEffectAt });
  await note(trx, move, "accounts.accountMoveRequested", by.personId, now);
  const details = {
    newEmail: hiddenAddress(toEmail),
    takesEffect: instantInWords(takesEffectAt.toString()),
    stopLink: `${world.environment.portalUrl}/account-moves/stop?token=${token}`,
  };
  for (const email of await addressesOfMove(trx, move))
    await sendSecretLater(
      trx,
      world.seal,
      "accounts.accountMoveRequested",
      { personId, email },
      details,
      now,
    );
}

type Move = Pick<AccountMovesTable, "id" | "personId" | "fromEmail" | "toEmail" | "reason">;

async function addressesOfMove(trx: Trx, { personId, fromEmail, toEmail }: Move) {
  const holder = await accountOf(trx, personId);
  return [...new Set([...(holder ? addressesOf(holder) : [fromEmail]), toEmail])];
}

const note = (
  trx: Trx,
  { id, personId, reason }: Move,
  act: string,
  actorId: string | null,
  now: Temporal.Instant,
): Promise<void> => {
  const subject = { kind: "accountMove", id };
  return record(trx, { actorId, act, subject, personId, reason }, now);
};

/** What a stop link belongs to, while there is something to stop. */
export const moveToStop = (world: World, token: string) => moveByStopHash(world.db, hashOf(token));

/** Stops a move, by the link in its notice; `ended` where it is done or was stopped. */
export function stopMove(
  world: World,
  token: string,
  { now }: Moment,
): Promise<Result<null, { reason: "ended" }>> {
  return world.db.transaction().execute(async (trx) => {
    const move = await moveByStopHash(trx, hashOf(token));
    if (!move) return err({ reason: "ended" });
    await giveUpMove(trx, move, "accounts.accountMoveStopped", now);
    return ok(null);
  });
}

async function giveUpMove(trx: Trx, move: Move, act: string, now: Temporal.Instant): Promise<void> {
  await setMoveStopped(trx, move.id, now.toString());
  await note(trx, move, act, null, now);
  const details = { newEmail: hiddenAddress(move.toEmail) };
  const { personId } = move;
  for (const email of await addressesOfMove(trx, move))
    await sendLater(trx, "accounts.accountMoveStopped", { personId, email }, details, now);
}

/** The pause is over: the address changes and every device is signed out. A move that was stopped stays stopped. */
export async function completeMove(
  world: World,
  { moveId }: { moveId: string },
  now: Temporal.Instant,
): Promise<void> {
  const realNow = world.clock.real();
  await world.db.transaction().execute(async (trx) => {
    const move = await moveById(trx, moveId);
    if (!move) return;
    const holder = await accountOf(trx, move.personId);
    if (!holder || (await isEmailTaken(trx, emailKeyOf(move.toEmail))))
      return giveUpMove(trx, move, "accounts.accountMoveImpossible", now);
    await setMoveDone(trx, move.id, now.toString());
    await putAccount(trx, move.personId, holder.passwordHash, now.toString());
    await setEmail(trx, move.personId, move.toEmail, null, { now, realNow });
    await deleteSessionsOf(trx, move.personId);
    await note(trx, move, "accounts.accountMoved", null, now);
  });
}
