import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import type { Db } from "~/schema";
import { emailKeyOf } from "./email-key";
import type { Role } from "./policy";
import { rolesOn } from "./queries/actor";
import { accountByEmailKey, isOpen } from "./queries/people";
import { deleteSessionsOf } from "./queries/sessions";
import { heldRole, holdersOf, insertRole, setRoleEnd } from "./queries/staff";

export type NotGiven = { reason: "noAccount" } | { reason: "heldAlready" };

/** Gives a role to somebody with an account. Until their second factor is set up they see no office page. */
export function giveRole(
  db: Db,
  { email, role, reason, by }: { email: string; role: Role; reason: string; by: string },
  now: Temporal.Instant,
): Promise<Result<null, NotGiven>> {
  return db.transaction().execute(async (trx) => {
    const holder = await accountByEmailKey(trx, emailKeyOf(email));
    if (!holder || !isOpen(holder)) return err({ reason: "noAccount" });
    const { personId } = holder;
    const today = civilDateOf(now);
    if ((await rolesOn(trx, personId, today)).includes(role)) return err({ reason: "heldAlready" });
    await insertRole(trx, { id: newId(), personId, role, fromOn: today, toOn: null, by });
    const subject = { kind: "staffRole", id: role };
    await record(trx, { actorId: by, act: "accounts.roleGiven", subject, personId, reason }, now);
    return ok(null);
  });
}

export type NotEnded =
  | { reason: "gone" }
  | { reason: "ownAdministration" }
  | { reason: "lastAdministrator" };

/** Ends a role from today on, and signs its holder out everywhere. */
export function endRole(
  db: Db,
  { id, reason, by }: { id: string; reason: string; by: string },
  now: Temporal.Instant,
): Promise<Result<null, NotEnded>> {
  return db.transaction().execute(async (trx) => {
    const today = civilDateOf(now);
    const held = await heldRole(trx, id, today);
    if (!held) return err({ reason: "gone" });
    const { personId, role } = held;
    if (role === "administrator") {
      if (personId === by) return err({ reason: "ownAdministration" });
      const holders = await holdersOf(trx, "administrator", today);
      if (holders.length < 2) return err({ reason: "lastAdministrator" });
    }
    await setRoleEnd(trx, id, today);
    await deleteSessionsOf(trx, personId);
    const subject = { kind: "staffRole", id: role };
    await record(trx, { actorId: by, act: "accounts.roleEnded", subject, personId, reason }, now);
    return ok(null);
  });
}
