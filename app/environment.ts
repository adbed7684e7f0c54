import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const text = z.string().trim().min(1);

const shared = {
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: text.default("data"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).optional(),
  /** Address of the proxy in front, whose X-Forwarded-* are believed; none where absent. */
  TRUSTED_PROXY: text.optional(),
  /** `/metrics` answers only to this bearer token. */
  METRICS_TOKEN: text.min(16).optional(),
};

const live = z.object({
  ...shared,
  HOST: text.default("0.0.0.0"),
  STRIPE_SECRET_KEY: text.regex(/^[sr]k_(live|test)_/, "must start with sk_live_, sk_test_ or rk_"),
  STRIPE_WEBHOOK_SECRET: text.regex(/^whsec_/, "must start with whsec_"),
  SMTP_URL: z.url({
    protocol: /^smtps?$/,
    error: "must be an address like smtps://name:password@host",
  }),
  MAIL_FROM: text.optional(),
  PORTAL_URL: z.url({ protocol: /^https$/, error: "must be the portal's public https address" }),
  APP_SECRET: text.min(32, "must be at least 32 characters"),
});

const demonstration = z.object({
  ...shared,
  HOST: text.default("127.0.0.1"),
  PORTAL_URL: z.url().optional(),
  /** Where the practice checkout is shown, if not at the portal's own address: as Stripe's is elsewhere too. */
  CHECKOUT_ORIGIN: z.url().optional(),
});

export interface Environment {
  mode: "demonstration" | "live";
  port: number;
  host: string;
  /** Database, files and backups of this mode. */
  dataDirectory: string;
  logLevel: string;
  /** The public address without a slash at its end. */
  portalUrl: string;
  /** Where Stripe's hosted checkout lives: the browser may post a form that is redirected there. */
  checkoutOrigins: string[];
  appSecret: string;
  stripe: {
    secretKey: string;
    webhookSecret: string;
    host?: string;
    port?: number;
    protocol?: "http" | "https";
  };
  smtpUrl?: string;
  mailFrom: string;
  trustedProxy?: string;
  metricsToken?: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

export class EnvironmentProblem extends Error {}

/** Reads the settings of this process; throws an EnvironmentProblem that names every one that is missing or wrong. */
export function readEnvironment(variables: Variables): Environment {
  const mode = variables.PORTAL_MODE ?? "demonstration";
  if (mode === "live") return liveEnvironment(variables);
  if (mode === "demonstration") return demonstrationEnvironment(variables);
  throw new EnvironmentProblem(`PORTAL_MODE is "${mode}": it must be live or demonstration.`);
}

function check<T>(schema: z.ZodType<T>, variables: Variables): T {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const read = schema.safeParse(filled);
  if (read.success) return read.data;
  const lines = read.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return `  ${name}: ${filled[name] === undefined ? "is missing" : issue.message}`;
  });
  throw new EnvironmentProblem(`The portal cannot start with these settings:\n${lines.join("\n")}`);
}

function liveEnvironment(variables: Variables): Environment {
  const read = check(live, variables);
  const portalUrl = read.PORTAL_URL.replace(/\/+$/, "");
  return {
    mode: "live",
    port: read.PORT,
    host: read.HOST,
    dataDirectory: read.DATA_DIR,
    logLevel: read.LOG_LEVEL ?? "info",
    portalUrl,
    checkoutOrigins: ["https://checkout.stripe.com", "https://billing.stripe.com"],
    appSecret: read.APP_SECRET,
    stripe: { secretKey: read.STRIPE_SECRET_KEY, webhookSecret: read.STRIPE_WEBHOOK_SECRET },
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM ?? `no-reply@${new URL(portalUrl).hostname}`,
    trustedProxy: read.TRUSTED_PROXY,
    metricsToken: read.METRICS_TOKEN,
  };
}

function demonstrationEnvironment(variables: Variables): Environment {
  const read = check(demonstration, variables);
  const dataDirectory = join(read.DATA_DIR, "demo");
  const portalUrl = read.PORTAL_URL?.replace(/\/+$/, "") ?? `http://localhost:${read.PORT}`;
  return {
    mode: "demonstration",
    port: read.PORT,
    host: read.HOST,
    dataDirectory,
    logLevel: read.LOG_LEVEL ?? "warn",
    portalUrl,
    // its pages send the browser back to the portal, so both addresses are named
    checkoutOrigins: [read.CHECKOUT_ORIGIN?.replace(/\/+$/, "") ?? portalUrl, portalUrl],
    appSecret: keptSecret(dataDirectory),
    stripe: {
      secretKey: "sk_test_demonstration",
      webhookSecret: "whsec_demonstration",
      host: "127.0.0.1",
      port: read.PORT,
      protocol: "http",
    },
    mailFrom: "no-reply@linkway.example",
    trustedProxy: read.TRUSTED_PROXY,
    metricsToken: read.METRICS_TOKEN,
  };
}

/** The demonstration makes its own secret once, so that sealed texts survive a restart. */
function keptSecret(directory: string): string {
  const path = join(directory, "app-secret");
  if (existsSync(path)) return readFileSync(path, "utf8");
  mkdirSync(directory, { recursive: true });
  const secret = randomBytes(32).toString("hex");
  writeFileSync(path, secret, { mode: 0o600 });
  return secret;
}
