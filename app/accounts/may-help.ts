import type { CivilDate } from "~/lib/civil-date";
import { err, ok, type Result } from "~/lib/result";
import type { Db } from "~/schema";
import { may, type Role } from "./policy";
import { rolesOn } from "./queries/actor";

export type NotHelped = { reason: "ownAccount" } | { reason: "staffAccount" };

/**
 * Whether somebody of the office may reset or move another's account: never their own, and only an administrator that of
 * a colleague, or a small role could take over a great one.
 */
export async function mayHelp(
  db: Db,
  helper: { personId: string; roles: ReadonlySet<Role> },
  personId: string,
  today: CivilDate,
): Promise<Result<null, NotHelped>> {
  if (helper.personId === personId) return err({ reason: "ownAccount" });
  const roles = await rolesOn(db, personId, today);
  if (roles.length > 0 && !may(helper.roles, "editStaff")) return err({ reason: "staffAccount" });
  return ok(null);
}
