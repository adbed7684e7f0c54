import type { Temporal } from "temporal-polyfill";
import { civilDateOf } from "~/lib/civil-date";
import { safeRedirect } from "~/lib/safe-redirect";
import { hasTwoFactor, rolesOn } from "./queries/actor";
import { startSession } from "./start-session";
import { type Browser, startWaiting } from "./waiting";

const SECOND_STEP_MINUTES = 10;

/**
 * After the first proof: signs the person in, or asks for the second factor where there is one. Until that is given there
 * is no session at all.
 * @returns the address to go to
 */
export async function finishSignIn(
  browser: Browser & { now: Temporal.Instant },
  personId: string,
  next: string,
): Promise<string> {
  if (await hasTwoFactor(browser.world.db, personId)) {
    startWaiting(browser, { purpose: "twoFactor", personId, next }, SECOND_STEP_MINUTES);
    return "/sign-in/two-factor";
  }
  await startSession(browser, personId, null);
  return landingOf(browser, personId, next);
}

/** Where somebody lands who has signed in: where they wanted to go, or their own first screen. */
export async function landingOf(
  { world, now }: Browser & { now: Temporal.Instant },
  personId: string,
  next: string,
): Promise<string> {
  if (next) return safeRedirect(next);
  const roles = await rolesOn(world.db, personId, civilDateOf(now));
  return roles.length > 0 ? "/admin" : "/";
}
