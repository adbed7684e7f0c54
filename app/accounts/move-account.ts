import type { Temporal } from "temporal-polyfill";
import { enqueue } from "~/jobs/enqueue";
import { civilDateOf } from "~/lib/civil-date";
import { hashOf, newToken } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import { instantInWords } from "~/lib/words";
import { sendSecretLater } from "~/mail/send-later";
import { associationSettings } from "~/office/settings";
import type { Trx } from "~/schema";
import type { World } from "~/world";
import { addressesOfMove, noteMove } from "./account-move-notices";
import { emailKeyOf } from "./email-key";
import { hiddenAddress } from "./hidden-address";
import { mayHelp, type NotHelped } from "./may-help";
import type { Role } from "./policy";
import { insertMove, moveOf } from "./queries/moves";
import { accountOf, isEmailTaken } from "./queries/people";
import type { Moment } from "./sign-up";

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
  await noteMove(trx, move, "accounts.accountMoveRequested", by.personId, now);
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
