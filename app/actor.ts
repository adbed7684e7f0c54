import type { AppLoadContext } from "@remix-run/node";
import { Temporal } from "temporal-polyfill";
import type { Role } from "./accounts/policy";
import { rolesAndTwoFactor } from "./accounts/queries/actor";
import { setSessionSeen } from "./accounts/queries/sessions";
import { civilDateOf } from "./lib/civil-date";
import { hashOf } from "./lib/id";
import { personStanding } from "./membership/person-standing";
import type { Standing } from "./membership/standing";

/** Who is asking, as of this request. */
export interface Actor {
  personId: string;
  givenName: string;
  familyName: string;
  email: string;
  roles: ReadonlySet<Role>;
  standing: Standing;
  memberNumber: number | null;
  /** Only for ending this very session. */
  sessionId: string;
  lastSeenAt: string;
  provedAt: string;
  twoFactorAt: string | null;
  hasTwoFactor: boolean;
}

const IDLE_MINUTES = 15;
const loaded = new WeakMap<AppLoadContext, Promise<Actor | null>>();

/** The signed-in person of a request, read once however many loaders ask; null for a stranger. */
export function actorOf(request: Request, context: AppLoadContext): Promise<Actor | null> {
  const known = loaded.get(context) ?? loadActor(request, context);
  loaded.set(context, known);
  return known;
}

async function loadActor(request: Request, context: AppLoadContext): Promise<Actor | null> {
  const { world, now } = context;
  const sessionId = world.sessions.readSessionCookie(request.headers.get("cookie") ?? "");
  if (!sessionId) return null;
  const { session, user } = await world.sessions.validateSession(sessionId);
  if (!session) {
    context.setCookie(world.sessions.createBlankSessionCookie().serialize());
    return null;
  }
  if (session.fresh) context.setCookie(world.sessions.createSessionCookie(session.id).serialize());
  const today = civilDateOf(now);
  const { standing, memberNumber } = await personStanding(world.db, user.id, today);
  const { roles, hasTwoFactor } = await rolesAndTwoFactor(world.db, user.id, today);
  return {
    personId: user.id,
    givenName: user.givenName,
    familyName: user.familyName,
    email: user.email,
    roles,
    standing,
    memberNumber,
    sessionId,
    lastSeenAt: session.lastSeenAt,
    provedAt: session.provedAt,
    twoFactorAt: session.twoFactorAt,
    hasTwoFactor,
  };
}

/** Whether somebody of the office has been away for longer than the policy lets them act. */
export const isIdle = (actor: Actor, realNow: Temporal.Instant): boolean =>
  minutesSince(actor.lastSeenAt, realNow) >= IDLE_MINUTES;

/** Notes that the session is in use, at most once a minute. */
export async function touchSession(actor: Actor, context: AppLoadContext): Promise<void> {
  if (minutesSince(actor.lastSeenAt, context.realNow) < 1) return;
  await setSessionSeen(context.world.db, hashOf(actor.sessionId), context.realNow.toString());
}

const minutesSince = (iso: string, now: Temporal.Instant): number =>
  Temporal.Instant.from(iso).until(now).total("minutes");
