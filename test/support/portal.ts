import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { readEnvironment } from "~/environment";
import { drainJobs } from "~/jobs/worker";
import { createLog } from "~/lib/log";
import type * as Built from "~/server";
import type { GivenWorld } from "~/serving/create-world";
import { handlers } from "~/work";
import { stoppedClock } from "./clock";

const built: typeof Built = await import(
  new URL(`../../${process.env.PORTAL_BUILD ?? "build"}/server/index.js`, import.meta.url).href
);

export interface Visitor {
  /** The person whose session the request carries; a stranger where absent. */
  as?: { personId: string };
  headers?: Record<string, string>;
}

export type TestPortal = Awaited<ReturnType<typeof startTestPortal>>;

/** The built portal on a free port, with an empty database, a stopped clock and no worker. */
export async function startTestPortal({ start, ...given }: GivenWorld & { start?: string } = {}) {
  const directory = mkdtempSync(join(tmpdir(), "portal-"));
  const environment = readEnvironment({
    NODE_ENV: "test",
    PORT: "0",
    HOST: "127.0.0.1",
    DATA_DIR: directory,
  });
  const clock = stoppedClock(start);
  const portal = await built.serve(environment, {
    build: built.build,
    withoutWorker: true,
    given: { clock, log: createLog("silent"), ...given },
  });
  const { world, url } = portal;

  async function cookieOf({ personId }: { personId: string }): Promise<string> {
    const provedAt = clock.real().toString();
    const session = await world.sessions.createSession(personId, {
      agent: "test",
      lastSeenAt: provedAt,
      provedAt,
      twoFactorAt: provedAt,
    });
    return world.sessions.createSessionCookie(session.id).serialize().split(";")[0] ?? "";
  }

  async function request(
    path: string,
    init: RequestInit,
    { as, headers }: Visitor = {},
  ): Promise<Response> {
    const cookie = as ? await cookieOf(as) : "";
    return fetch(new URL(path, url), {
      redirect: "manual",
      ...init,
      headers: { ...(cookie && { cookie }), ...headers },
    });
  }

  return {
    ...portal,
    clock,
    /** The session cookie of a person, for several requests of one sitting. */
    cookieOf,
    get: (path: string, visitor?: Visitor) => request(path, {}, visitor),
    post: (path: string, form: Record<string, string> | FormData, visitor: Visitor = {}) =>
      request(
        path,
        { method: "POST", body: form instanceof FormData ? form : new URLSearchParams(form) },
        { ...visitor, headers: { origin: url, ...visitor.headers } },
      ),
    /** Runs everything that is due and hands its webhooks over, until nothing is left to do. */
    async settle() {
      do await world.demonstration?.standIn.settled();
      while ((await drainJobs(world, handlers)) > 0);
    },
    /** Lives through the time until then, as the demonstration's control panel does. */
    moveTo: (instant: string) => world.demonstration?.moveTo(Temporal.Instant.from(instant)),
    async stop() {
      await portal.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
