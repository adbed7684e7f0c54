import { Temporal } from "temporal-polyfill";
import { askToSignIn } from "~/access";
import type { Actor } from "~/actor";

const FRESH_MINUTES = 10;

/** Asks for the password or a code again before what a thief of an open session would do first (ASVS 5.0 7.5.1). */
export async function needFreshProof({
  actor,
  request,
  realNow,
}: {
  actor: Actor;
  request: Request;
  realNow: Temporal.Instant;
}): Promise<void> {
  const minutes = Temporal.Instant.from(actor.provedAt).until(realNow).total("minutes");
  if (minutes > FRESH_MINUTES) throw await askToSignIn(request, "again");
}
