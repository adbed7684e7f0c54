import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { claimMode } from "~/db/mode";
import { EnvironmentProblem, readEnvironment } from "~/environment";
import { loggedPath } from "~/serving/request-log";
import { emptyDatabase } from "../support/database";

const directory = mkdtempSync(join(tmpdir(), "environment-"));
afterAll(() => rmSync(directory, { recursive: true }));

const live = {
  PORTAL_MODE: "live",
  DATA_DIR: directory,
  STRIPE_SECRET_KEY: "sk_live_abc",
  STRIPE_WEBHOOK_SECRET: "whsec_abc",
  SMTP_URL: "smtps://name:password@smtp.example.org",
  PORTAL_URL: "https://portal.example.org/",
  APP_SECRET: "x".repeat(32),
};

function problemOf(variables: Record<string, string | undefined>): string {
  try {
    readEnvironment(variables);
  } catch (error) {
    if (error instanceof EnvironmentProblem) return error.message;
    throw error;
  }
  return "";
}

describe("live mode", () => {
  test("starts with everything that it needs, and speaks of itself without a slash at the end", () => {
    expect(readEnvironment(live)).toMatchObject({
      mode: "live",
      portalUrl: "https://portal.example.org",
      mailFrom: "no-reply@portal.example.org",
      checkoutOrigins: expect.arrayContaining(["https://checkout.stripe.com"]),
    });
  });

  const needed = [
    "STRIPE_SECRET_KEY",
    "STRIPE_WEBHOOK_SECRET",
    "SMTP_URL",
    "PORTAL_URL",
    "APP_SECRET",
  ];

  test.each(needed)("does not start without %s, and names it", (name) => {
    expect(problemOf({ ...live, [name]: undefined })).toContain(`${name}: is missing`);
    expect(problemOf({ ...live, [name]: "" })).toContain(`${name}: is missing`);
  });

  test("names everything that is missing at once", () => {
    const words = problemOf({ PORTAL_MODE: "live" });
    for (const name of needed) expect(words).toContain(name);
  });

  test.each([
    ["STRIPE_SECRET_KEY", "pk_live_abc"],
    ["STRIPE_WEBHOOK_SECRET", "secret"],
    ["SMTP_URL", "https://smtp.example.org"],
    ["PORTAL_URL", "http://portal.example.org"],
    ["APP_SECRET", "short"],
    ["PORT", "eighty"],
    ["METRICS_TOKEN", "short"],
  ])("does not start with a wrong %s, and does not print what stands in it", (name, value) => {
    const words = problemOf({ ...live, [name]: value });
    expect(words).toContain(name);
    expect(words).not.toContain(value);
  });
});

describe("the demonstration", () => {
  test("is what starts where nothing is set, for this machine alone", () => {
    const environment = readEnvironment({ DATA_DIR: directory });
    expect(environment).toMatchObject({
      mode: "demonstration",
      host: "127.0.0.1",
      port: 3000,
      dataDirectory: join(directory, "demo"),
    });
  });

  test("keeps the secret that it made", () => {
    const secret = () => readEnvironment({ DATA_DIR: directory }).appSecret;
    expect(secret()).toMatch(/^[0-9a-f]{64}$/);
    expect(secret()).toBe(secret());
  });

  test("is not started by a slip in the mode's name", () => {
    expect(problemOf({ PORTAL_MODE: "production" })).toMatch(/must be live or demonstration/);
  });
});

test("a database made in one mode does not open in the other", async () => {
  const db = await emptyDatabase();
  await claimMode(db, "demonstration");
  await claimMode(db, "demonstration");
  await expect(claimMode(db, "live")).rejects.toThrow(/made in demonstration mode/);
});

test.each([
  ["/calendar/abc.ics", "/calendar/…"],
  ["/bookings/t/abc", "/bookings/t/…"],
  ["/unsubscribe/abc/now", "/unsubscribe/…/now"],
  ["/cpd/activities/1", "/cpd/activities/1"],
])("%s stands in the log as %s", (path, logged) => {
  expect(loggedPath(path)).toBe(logged);
});
