import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, type ConsoleMessage, expect, type Page } from "@playwright/test";
import type { World } from "~/world";

export { expect };

interface LivePortal {
  url: string;
  world: World;
}

interface Journey {
  /** Signs a person in by a session of their own, without the sign-in pages. */
  signInAs: (person: { personId: string }) => Promise<void>;
  /** The newest mail to an address, once it has come. */
  mailTo: (address: string) => Promise<{ subject: string; text: string }>;
  /** Fails where axe finds anything on the page as it stands. */
  expectAccessible: () => Promise<void>;
}

/** A test of a whole journey against a portal of its own: real server, database, mailbox, jobs and stand-in. */
export const test = base.extend<Journey, { portal: LivePortal }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern
    async ({}, use) => {
      const directory = mkdtempSync(join(tmpdir(), "portal-"));
      const { build, serve, readEnvironment } = await import(builtServer);
      const environment = readEnvironment({
        PORT: "0",
        HOST: "localhost",
        DATA_DIR: directory,
        LOG_LEVEL: "silent",
      });
      const portal = await serve(environment, { build });
      await use(portal);
      await portal.stop();
      rmSync(directory, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  baseURL: ({ portal }, use) => use(portal.url),
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on("console", (message) => isComplaint(message, page) && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await use(page);
    expect(complaints, "the browser's console").toEqual([]);
  },
  signInAs: async ({ portal, context }, use) => {
    await use(async ({ personId }) => {
      const { sessions, clock } = portal.world;
      const provedAt = clock.real().toString();
      const session = await sessions.createSession(personId, {
        agent: "browser test",
        lastSeenAt: provedAt,
        provedAt,
        twoFactorAt: provedAt,
      });
      const cookie = sessions.createSessionCookie(session.id);
      await context.addCookies([{ name: cookie.name, value: cookie.value, url: portal.url }]);
    });
  },
  mailTo: async ({ portal }, use) => {
    await use(async (address) => {
      const newest = () =>
        portal.world.db
          .selectFrom("caughtMails")
          .select(["subject", "text"])
          .where("toAddress", "=", address)
          .orderBy("caughtAt", "desc")
          .orderBy("id", "desc")
          .executeTakeFirst();
      await expect.poll(newest, { message: `a mail to ${address}` }).toBeTruthy();
      return (await newest()) ?? { subject: "", text: "" };
    });
  },
  expectAccessible: async ({ page }, use) => {
    await use(() => expectAccessible(page));
  },
});

const builtServer = new URL(
  `../../${process.env.PORTAL_BUILD ?? "build"}/server/index.js`,
  import.meta.url,
).href;

/** A refused form answers 400 or 422, which the browser mentions; everything else is a fault. */
const isComplaint = (message: ConsoleMessage, page: Page): boolean =>
  message.type() === "error" &&
  !(message.location().url === page.url() && /status of 4\d\d/.test(message.text()));

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

interface Violation {
  id: string;
  help: string;
  nodes: { html: string }[];
}

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe); // not bound by the page's policy, as a script element would be
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    const found = await axe.run();
    return found.violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" | ")}`,
    );
  });
  expect(violations, `axe on ${page.url()}`).toEqual([]);
}
