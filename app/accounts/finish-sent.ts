import type { SignInNeeded } from "~/access";
import type { Actor } from "~/actor";
import { err, ok, type Result } from "~/lib/result";
import { safeRedirect } from "~/lib/safe-redirect";
import { proveAgain } from "./prove-again";
import { hasTwoFactor } from "./queries/actor";
import { proveByPassword } from "./sign-in";
import type { Blocked } from "./sign-in-failures";
import type { Moment } from "./sign-up";
import { startSession } from "./start-session";
import { proveByCode } from "./two-factor";
import type { Browser } from "./waiting";

const PREFIX = "signIn.";

/** A form that came too late, with what its sender gives to be let in. */
export interface SentAgain {
  needed: SignInNeeded;
  email: string;
  password: string;
  code: string;
}

/** Reads the page of `SignInToFinish`: the fields of the form itself, and those of the sign-in beside them. */
export function readSentAgain(form: FormData): SentAgain {
  const text = (name: string) => {
    const value = form.get(PREFIX + name);
    return typeof value === "string" ? value : "";
  };
  const fields = [...form].filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === "string" && !entry[0].startsWith(PREFIX),
  );
  return {
    needed: {
      kind: "signInNeeded",
      reason: text("reason") === "again" ? "again" : "signIn",
      to: safeRedirect(text("to")),
      fields,
      hadFiles: text("hadFiles") === "true",
    },
    email: text("email"),
    password: text("password"),
    code: text("code").replace(/[\s-]/g, ""),
  };
}

export type NotFinished =
  | { reason: "wrong" }
  | { reason: "codeNeeded" }
  | { reason: "unconfirmed" }
  | Blocked;

/** Signs the sender in, all proofs at once, so that the form can be sent on. */
export async function signInToFinish(
  visit: Browser & Moment & { actor: Actor | null },
  sent: SentAgain,
): Promise<Result<null, NotFinished>> {
  const { actor, world } = visit;
  if (sent.needed.reason === "again" && actor) {
    const proven = await proveAgain(world, actor, sent, visit);
    if (!proven.ok) return proven;
    await startSession(visit, actor.personId, actor.twoFactorAt);
    return ok(null);
  }
  const proven = await proveByPassword(world, sent, visit);
  if (!proven.ok) return proven;
  const { personId } = proven.value;
  const needsCode = await hasTwoFactor(world.db, personId);
  if (needsCode) {
    if (!sent.code) return err({ reason: "codeNeeded" });
    const second = await proveByCode(world, personId, sent.code, visit);
    if (!second.ok)
      return second.error.reason === "blocked" ? err(second.error) : err({ reason: "wrong" });
  }
  await startSession(visit, personId, needsCode ? visit.realNow.toString() : null);
  return ok(null);
}
