import type { Actor } from "~/actor";
import { err, type Result } from "~/lib/result";
import type { World } from "~/world";
import { proveByPassword } from "./sign-in";
import type { Blocked } from "./sign-in-failures";
import type { Moment } from "./sign-up";
import { proveByCode } from "./two-factor";

/** Judges the password or, where there is one, a code of somebody who is signed in already. */
export async function proveAgain(
  world: World,
  actor: Actor,
  given: { password?: string; code?: string },
  moment: Moment,
): Promise<Result<unknown, { reason: "wrong" } | Blocked>> {
  const { email, personId } = actor;
  const { password, code } = given;
  const proven =
    code && actor.hasTwoFactor
      ? await proveByCode(world, personId, code, moment)
      : await proveByPassword(world, { email, password: password ?? "" }, moment);
  if (proven.ok) return proven;
  return proven.error.reason === "blocked" ? err(proven.error) : err({ reason: "wrong" });
}
