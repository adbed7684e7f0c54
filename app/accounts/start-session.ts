import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { instantInWords } from "~/lib/words";
import { sendLater } from "~/mail/send-later";
import type { Trx } from "~/schema";
import type { World } from "~/world";
import { agentInWords } from "./agent-in-words";
import { insertKnownAgent, knownAgentsOf } from "./queries/sessions";
import { type Browser, stopWaiting } from "./waiting";

const LONGEST_AGENT = 300;

/**
 * Signs a person in under a new session id; the session that the browser came with ends, whosever it was.
 * Every proof that the person needs has been given before.
 */
export async function startSession(
  browser: Browser & { now: Temporal.Instant },
  personId: string,
  twoFactorAt: string | null,
): Promise<void> {
  const { world, request, realNow, now } = browser;
  await endPresentedSession(browser);
  const agent = (request.headers.get("user-agent") ?? "").slice(0, LONGEST_AGENT);
  const at = realNow.toString();
  const session = await world.sessions.createSession(personId, {
    agent,
    lastSeenAt: at,
    provedAt: at,
    twoFactorAt,
  });
  stopWaiting(browser);
  browser.setCookie(world.sessions.createSessionCookie(session.id).serialize());
  await world.db.transaction().execute(async (trx) => {
    await record(
      trx,
      {
        actorId: personId,
        act: "accounts.signedIn",
        subject: { kind: "person", id: personId },
        personId,
      },
      now,
    );
    await noteAgent(trx, world, personId, agentInWords(agent), browser);
  });
}

/** Ends the session of this browser, if it has one. */
export async function endPresentedSession({ world, request }: Browser): Promise<void> {
  const presented = world.sessions.readSessionCookie(request.headers.get("cookie") ?? "");
  if (presented) await world.sessions.invalidateSession(presented);
}

/** Tells the person of a browser never seen before, except of their very first. */
async function noteAgent(
  trx: Trx,
  world: World,
  personId: string,
  agent: string,
  { now, realNow }: { now: Temporal.Instant; realNow: Temporal.Instant },
): Promise<void> {
  const known = await knownAgentsOf(trx, personId);
  if (known.some((row) => row.agent === agent)) return;
  await insertKnownAgent(trx, personId, agent, realNow.toString());
  if (known.length === 0) return;
  const securityLink = `${world.environment.portalUrl}/account/devices`;
  const at = instantInWords(realNow.toString());
  await sendLater(trx, "accounts.newDevice", { personId }, { agent, at, securityLink }, now);
}
