import { createHash } from "node:crypto";
import { DAY } from "../clockwork/calendar";
import type { IdempotentAnswer } from "../store/records";
import type { World } from "../world";
import { Problem } from "./problem";

/** Stripe forgets a key after at least a day. */
const KEPT = DAY;

/** What makes two requests the same to Stripe. */
export function fingerprintOf(method: string, path: string, body: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify([method, path, body]))
    .digest("hex");
}

/** The answer given to this key before, or undefined; the same key with another request is refused. */
export function answeredBefore(
  world: World,
  key: string,
  fingerprint: string,
): IdempotentAnswer | undefined {
  const before = world.store.get("idempotency", key);
  if (!before || before.at + KEPT <= world.now()) return undefined;
  if (before.fingerprint === fingerprint) return before;
  throw new Problem(
    400,
    {
      type: "idempotency_error",
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    },
    true,
  );
}
