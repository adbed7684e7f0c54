import { civilDateOf } from "~/lib/civil-date";
import { err, ok, type Result } from "~/lib/result";
import type { World } from "~/world";
import { mayHelp, type NotHelped } from "./may-help";
import type { Role } from "./policy";
import { deleteSessionsOf } from "./queries/sessions";
import { deleteTwoFactor, twoFactorOf } from "./queries/two-factor";
import type { Moment } from "./sign-up";
import { tell } from "./two-factor";

/** The office lets somebody in who has lost both app and recovery codes: their password or mailbox still has to be proven. */
export function resetTwoFactor(
  world: World,
  request: {
    personId: string;
    reason: string;
    by: { personId: string; roles: ReadonlySet<Role> };
  },
  moment: Moment,
): Promise<Result<null, NotHelped | { reason: "notOn" }>> {
  const { personId, reason, by } = request;
  return world.db.transaction().execute(async (trx) => {
    const allowed = await mayHelp(trx, by, personId, civilDateOf(moment.now));
    if (!allowed.ok) return allowed;
    if (!(await twoFactorOf(trx, personId))) return err({ reason: "notOn" });
    await deleteTwoFactor(trx, personId);
    await deleteSessionsOf(trx, personId);
    await tell(trx, world, personId, "resetByOffice", moment, by.personId, reason);
    return ok(null);
  });
}
