import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { World } from "~/world";

const until = z.string();

const mailed = { email: z.string(), attemptId: z.string(), next: z.string(), until };

const waitingSchema = z.discriminatedUnion("purpose", [
  z.object({ purpose: z.literal("confirmEmail"), ...mailed }),
  z.object({ purpose: z.literal("signIn"), ...mailed }),
  z.object({ purpose: z.literal("twoFactor"), personId: z.string(), next: z.string(), until }),
]);

/** What a browser is in the middle of, between two pages of signing up or in. */
export type Waiting = z.infer<typeof waitingSchema>;
type WaitingFor<Purpose> = Extract<Waiting, { purpose: Purpose }>;

/** The part of a visit that cookies need. */
export interface Browser {
  world: World;
  request: Request;
  realNow: Temporal.Instant;
  setCookie(cookie: string): void;
}

type Omitted<T> = T extends unknown ? Omit<T, "until"> : never;

/** Keeps it in the browser, sealed: it looks the same whether or not somebody has an account. */
export function startWaiting(browser: Browser, waiting: Omitted<Waiting>, minutes: number): void {
  const sealed = browser.world.seal.close(
    JSON.stringify({ ...waiting, until: browser.realNow.add({ minutes }).toString() }),
  );
  browser.setCookie(cookieOf(browser.world, sealed, minutes * 60));
}

export const stopWaiting = (browser: Browser): void =>
  browser.setCookie(cookieOf(browser.world, "", 0));

/** What this browser waits for, if it is this and not too long ago. */
export function waitingFor<Purpose extends Waiting["purpose"]>(
  { world, request, realNow }: Browser,
  purpose: Purpose,
): WaitingFor<Purpose> | null {
  const cookies = (request.headers.get("cookie") ?? "").split(/;\s*/);
  const prefix = `${nameOf(world)}=`;
  const sealed = cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length);
  const waiting = sealed ? opened(world, sealed) : null;
  if (waiting?.purpose !== purpose) return null;
  const isOver = Temporal.Instant.compare(realNow, Temporal.Instant.from(waiting.until)) > 0;
  return isOver ? null : (waiting as WaitingFor<Purpose>);
}

function opened(world: World, sealed: string): Waiting | null {
  try {
    return waitingSchema.parse(JSON.parse(world.seal.open(sealed)));
  } catch {
    return null; // changed, or sealed with a secret of another time
  }
}

const isSecure = (world: World): boolean => world.environment.portalUrl.startsWith("https:");
const nameOf = (world: World): string =>
  isSecure(world) ? "__Host-portal-waiting" : "portal-waiting";

const cookieOf = (world: World, value: string, seconds: number): string =>
  `${nameOf(world)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure(world) ? "; Secure" : ""}`;
