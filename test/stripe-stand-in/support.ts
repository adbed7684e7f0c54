import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import Stripe from "stripe";
import { Temporal } from "temporal-polyfill";
import { onTestFinished } from "vitest";
import { createStandIn, type StandIn, type StandInOptions } from "~/stripe-stand-in/index";

process.env.STRIPE_SUPPRESS_NOTICES = "true";

export const SECRET_KEY = "sk_test_practice";
export const WEBHOOK_SECRET = "whsec_practice";

export interface Bench {
  standIn: StandIn;
  stripe: Stripe;
  origin: string;
  /** Events received and verified by the SDK, in order of arrival. */
  received: Stripe.Event[];
  /** What the portal answers to the next webhooks; 200 when empty. */
  answers: number[];
  clock: { now: Temporal.Instant };
  /** Moves the clock and the stand-in together. */
  moveTo(instant: string): Promise<void>;
  /** Types of the events received so far. */
  types(): string[];
}

export const at = (text: string) =>
  Temporal.Instant.from(text.length === 10 ? `${text}T09:00:00Z` : text);
export const seconds = (text: string) => Math.floor(at(text).epochMilliseconds / 1000);

/** A stand-in behind a real server, the real SDK, and a portal that receives its webhooks. */
export async function bench(
  given: Partial<StandInOptions> & { startsAt?: string } = {},
): Promise<Bench> {
  const { startsAt = "2026-03-02T10:00:00Z", ...options } = given;
  const clock = { now: at(startsAt) };
  const received: Stripe.Event[] = [];
  const answers: number[] = [];
  const portal = express();
  portal.post("/webhooks/stripe", express.raw({ type: () => true }), async (request, response) => {
    const signature = request.get("stripe-signature") ?? "";
    received.push(
      await Stripe.webhooks.constructEventAsync(
        request.body,
        signature,
        WEBHOOK_SECRET,
        0, // signed with the portal's time, which stands still here
      ),
    );
    response.status(answers.shift() ?? 200).end();
  });
  const portalOrigin = await listen(createServer(portal));
  const app = express();
  const server = createServer(app);
  const origin = await listen(server);
  const standIn = createStandIn({
    now: () => clock.now,
    secretKey: SECRET_KEY,
    webhookSecret: WEBHOOK_SECRET,
    webhookUrl: `${portalOrigin}/webhooks/stripe`,
    publicOrigin: origin,
    ...options,
  });
  app.use(standIn.router);
  onTestFinished(() => standIn.close());
  const moveTo = async (text: string) => {
    clock.now = at(text);
    await standIn.advanceTo(clock.now);
  };
  return {
    standIn,
    stripe: sdk(origin),
    origin,
    received,
    answers,
    clock,
    moveTo,
    types: () => received.map((event) => event.type),
  };
}

/** The unmodified SDK, pointed at the stand-in. */
export function sdk(origin: string, key = SECRET_KEY): Stripe {
  const { hostname, port } = new URL(origin);
  return new Stripe(key, {
    host: hostname,
    port: Number(port),
    protocol: "http",
    apiVersion: "2026-10-28.endive",
    maxNetworkRetries: 0,
    telemetry: false,
  });
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export interface Page {
  status: number;
  text: string;
  location: string | null;
}

export async function open(address: string): Promise<Page> {
  return pageOf(await fetch(address, { redirect: "manual" }));
}

/** Posts a form as a browser without JavaScript does. */
export async function post(address: string, fields: Record<string, string>): Promise<Page> {
  return pageOf(
    await fetch(address, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" }),
  );
}

async function pageOf(response: Response): Promise<Page> {
  return {
    status: response.status,
    text: await response.text(),
    location: response.headers.get("location"),
  };
}

export const card = (number: string) => ({
  method: "card",
  email: "amara@example.org",
  cardNumber: number,
  expiry: "12/34",
  cvc: "123",
  nameOnCard: "Amara Obi",
});

export const account = (accountNumber: string) => ({
  method: "bacs_debit",
  email: "amara@example.org",
  accountHolder: "Amara Obi",
  sortCode: "10-88-00",
  accountNumber,
  line1: "1 High Street",
  city: "Leeds",
  postcode: "LS1 1AA",
});

export async function yearlyPrice(stripe: Stripe, pence = 4500): Promise<Stripe.Price> {
  return stripe.prices.create({
    currency: "gbp",
    unit_amount: pence,
    recurring: { interval: "year" },
    product_data: { name: "Member" },
  });
}

export const back = {
  success_url: "http://localhost:3000/join/welcome?session={CHECKOUT_SESSION_ID}",
  cancel_url: "http://localhost:3000/join/pay",
};

/** An open session for a membership; `extra` adds to or replaces its parameters. */
export async function membershipSession(
  stripe: Stripe,
  extra: Partial<Stripe.Checkout.SessionCreateParams> = {},
) {
  const price = await yearlyPrice(stripe);
  return stripe.checkout.sessions.create({
    mode: "subscription",
    line_items: [{ price: price.id, quantity: 1 }],
    ...back,
    ...extra,
  });
}

/** A member who subscribed by card at the page, as the portal would find them. */
export async function subscriber(
  { stripe, standIn }: Bench,
  number = "4242424242424242",
  price?: Stripe.Price,
) {
  const chosen = price ?? (await yearlyPrice(stripe));
  const session = await stripe.checkout.sessions.create({
    mode: "subscription",
    line_items: [{ price: chosen.id, quantity: 1 }],
    ...back,
  });
  const page =
    number.length === 8
      ? await post(session.url ?? "", account(number))
      : await post(session.url ?? "", card(number));
  if (page.status !== 303) throw new Error(`The page answered ${page.status}: ${page.text}`);
  await standIn.settled();
  const done = await stripe.checkout.sessions.retrieve(session.id);
  const subscription = await stripe.subscriptions.retrieve(String(done.subscription));
  return { session: done, subscription, customer: String(done.customer), price: chosen };
}
