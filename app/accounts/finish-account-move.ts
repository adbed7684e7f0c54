import type { Temporal } from "temporal-polyfill";
import { hashOf } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import { sendLater } from "~/mail/send-later";
import type { Trx } from "~/schema";
import type { World } from "~/world";
import { addressesOfMove, type Move, noteMove } from "./account-move-notices";
import { setEmail } from "./change-email";
import { emailKeyOf } from "./email-key";
import { hiddenAddress } from "./hidden-address";
import { moveById, moveByStopHash, setMoveDone, setMoveStopped } from "./queries/moves";
import { accountOf, isEmailTaken, putAccount } from "./queries/people";
import { deleteSessionsOf } from "./queries/sessions";
import type { Moment } from "./sign-up";

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
  await noteMove(trx, move, act, null, now);
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
    await noteMove(trx, move, "accounts.accountMoved", null, now);
  });
}
