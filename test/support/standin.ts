import "~/emails"; // loaded with the first mail otherwise, in the middle of a test
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import express from "express";
import { Temporal } from "temporal-polyfill";
import { vi } from "vitest";
import { createSessions } from "~/accounts/session-store";
import { createGateway } from "~/billing/gateway";
import { receiveWebhook } from "~/billing/receive-webhook";
import type { OpenDatabase } from "~/db/open";
import type { Environment } from "~/environment";
import { createBlobStore } from "~/files/blob-store";
import { drainJobs } from "~/jobs/worker";
import { createCounters } from "~/lib/counters";
import { createLog } from "~/lib/log";
import { createSeal } from "~/lib/seal";
import { mailbox } from "~/mail/mailbox";
import { createStandIn, type StandInOptions } from "~/stripe-stand-in";
import { handlers } from "~/work";
import type { World } from "~/world";
import { stoppedClock } from "./clock";
import { emptyOpenDatabase } from "./database";

// Weeks of Stripe's and the portal's time pass in one test; a busy machine needs more than the usual five seconds.
vi.setConfig({ testTimeout: 30_000 });

export const WEBHOOK_SECRET = "whsec_test";
const SECRET_KEY = "sk_test_billing";

export type TestMoney = Awaited<ReturnType<typeof startMoney>>;

interface MoneyOptions {
  start?: string;
  opened?: OpenDatabase;
  standIn?: Partial<StandInOptions>;
}

/** A world without pages: the stand-in over real HTTP, and the webhook's act behind the address that it knocks at. */
export async function startMoney({ start, opened, standIn: given }: MoneyOptions = {}) {
  const clock = stoppedClock(start);
  const database = opened ?? (await emptyOpenDatabase());
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const world = worldAt({ clock, database, port });
  const standIn = createStandIn({
    now: clock.now,
    secretKey: SECRET_KEY,
    webhookSecret: WEBHOOK_SECRET,
    webhookUrl: `${url}/webhooks/stripe`,
    publicOrigin: url,
    ...given,
  });
  const app = express();
  let isReachable = true;
  let isSilent = false;
  app.use((_request, response, next) => {
    if (isSilent) return;
    if (isReachable) next();
    else response.status(503).set("stripe-should-retry", "false").end();
  });
  app.post("/webhooks/stripe", express.text({ type: () => true }), async (request, response) => {
    const signature = request.get("stripe-signature") ?? null;
    const answer = await receiveWebhook(world, { body: request.body, signature }, clock.now());
    response.sendStatus(answer === "received" ? 200 : 400);
  });
  app.use(standIn.router);
  server.on("request", app);

  const drain = () => drainJobs(world, handlers);
  async function settle() {
    do await standIn.settled();
    while ((await drain()) > 0);
  }
  async function post(address: string, fields: Record<string, string>) {
    const body = new URLSearchParams(fields);
    return fetch(address, { method: "POST", body, redirect: "manual" });
  }

  return {
    world,
    db: world.db,
    clock,
    standIn,
    url,
    drain,
    settle,
    post,
    now: () => clock.now(),
    /** Fills in Stripe's payment page with a card. */
    payByCard: (page: string, cardNumber = "4242 4242 4242 4242", email = "") =>
      post(page, {
        method: "card",
        cardNumber,
        expiry: "12/34",
        cvc: "123",
        nameOnCard: "A Tester",
        email,
      }),
    /** Fills in Stripe's payment page with a bank account. */
    payByDebit: (page: string, accountNumber = "00012345") =>
      post(page, {
        method: "bacs_debit",
        accountHolder: "A Tester",
        sortCode: "10-88-00",
        accountNumber,
        line1: "1 High Street",
        city: "Leeds",
        postcode: "LS1 1AA",
      }),
    /** Lives through the days until then, a day at a time. */
    async liveUntil(instant: string) {
      const until = Temporal.Instant.from(instant);
      while (Temporal.Instant.compare(clock.now(), until) < 0) {
        const nextDay = clock.now().add({ hours: 24 });
        const step = Temporal.Instant.compare(nextDay, until) < 0 ? nextDay : until;
        await clock.moveTo(step);
        await standIn.advanceTo(step);
        await settle();
      }
    },
    /** Stripe does not answer while the work runs. */
    async whileUnreachable<T>(work: () => Promise<T>): Promise<T> {
      isReachable = false;
      try {
        return await work();
      } finally {
        isReachable = true;
      }
    },
    /** Stripe takes what it is asked while the work runs, and never answers it. */
    async whileSilent<T>(work: () => Promise<T>): Promise<T> {
      isSilent = true;
      try {
        return await work();
      } finally {
        isSilent = false;
      }
    },
    async stop() {
      await standIn.close();
      server.closeAllConnections();
      server.close();
      await world.db.destroy();
    },
  };
}

interface WorldParts {
  clock: World["clock"];
  database: OpenDatabase;
  port: number;
}

function worldAt({ clock, database: { db, raw }, port }: WorldParts): World {
  const stripe = {
    secretKey: SECRET_KEY,
    webhookSecret: WEBHOOK_SECRET,
    host: "127.0.0.1",
    port,
    protocol: "http" as const,
  };
  const environment: Environment = {
    mode: "demonstration",
    port,
    host: "127.0.0.1",
    dataDirectory: tmpdir(),
    logLevel: "silent",
    portalUrl: "http://portal.example",
    checkoutOrigins: [],
    appSecret: "a secret of the tests that is long enough",
    stripe,
    mailFrom: "no-reply@linkway.example",
  };
  return {
    environment,
    db,
    raw,
    clock,
    log: createLog("silent"),
    counters: createCounters(),
    sessions: createSessions(db, false),
    stripe: createGateway(stripe),
    blobs: createBlobStore(tmpdir()),
    seal: createSeal(environment.appSecret),
    transport: mailbox(db, clock),
  };
}
