import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, type ConsoleMessage, expect, type Page } from "@playwright/test";
import type { World } from "~/world";

export { expect };

interface LivePortal {
  url: string;
  world: World;
  stop(): Promise<void>;
}

/** A portal of the demonstration's characters and a few others, with a worker, on a free port. */
async function startPortal(settings: Record<string, string> = {}): Promise<LivePortal> {
  const directory = mkdtempSync(join(tmpdir(), "portal-"));
  const { build, serve, readEnvironment, loadDemonstration } = await import(builtServer);
  const usual = { PORT: "0", HOST: "localhost", DATA_DIR: directory, LOG_LEVEL: "silent" };
  const prepare = (world: World) => loadDemonstration(world, () => {}, { people: 8 });
  const portal: LivePortal = await serve(readEnvironment({ ...usual, ...settings }), {
    build,
    prepare,
  });
  return {
    ...portal,
    async stop() {
      await portal.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

interface Journey {
  /** Becomes one of the demonstration's characters, without the sign-in pages. */
  be: (character: string) => Promise<void>;
  /** The newest mail to an address, once it has come. */
  mailTo: (address: string) => Promise<{ subject: string; text: string }>;
  /** Fails where axe finds anything on the page as it stands. */
  expectAccessible: () => Promise<void>;
}

/** A test of a whole journey against a portal of its own: real server, database, mailbox, jobs and stand-in. */
export const test = base.extend<Journey, { portal: LivePortal }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern
    ({}, use) => lendPortal({}, use),
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: ({ portal }, use) => use(portal.url),
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on("console", (message) => isComplaint(message, page) && complaints.push(message.text()));
    page.on("pageerror", (error) => isLeaving(error) || complaints.push(String(error)));
    await use(page);
    expect(complaints, "the browser's console").toEqual([]);
  },
  be: async ({ page }, use) => {
    await use(async (character) => {
      await page.goto("/demo");
      await page.getByRole("button", { name: `Be ${character}` }).click();
      await expect(page).not.toHaveURL(/\/demo/);
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
      const told = { message: `a mail to ${address}`, timeout: 15_000 };
      await expect.poll(newest, told).toBeTruthy();
      return (await newest()) ?? { subject: "", text: "" };
    });
  },
  expectAccessible: async ({ page, javaScriptEnabled }, use) => {
    // axe waits by timers, which do not run then; the same markup is looked at with script
    await use(async () => (javaScriptEnabled ? expectAccessible(page) : undefined));
  },
});

/** The same, where a portal that differs, or that nobody else touches, is needed. */
export const testWithOwnPortal = (settings: Record<string, string> = {}) =>
  test.extend<object, { portal: LivePortal }>({
    portal: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern
      ({}, use) => lendPortal(settings, use),
      { scope: "worker", timeout: 120_000 },
    ],
  });

async function lendPortal(
  settings: Record<string, string>,
  use: (portal: LivePortal) => Promise<void>,
): Promise<void> {
  const portal = await startPortal(settings);
  await use(portal);
  await portal.stop();
}

const builtServer = new URL(
  `../../${process.env.PORTAL_BUILD ?? "build"}/server/index.js`,
  import.meta.url,
).href;

/** A refused form answers 400 or 422, which the browser mentions; everything else is a fault. */
const isComplaint = (message: ConsoleMessage, page: Page): boolean =>
  message.type() === "error" &&
  !(message.location().url === page.url() && /status of 4\d\d/.test(message.text()));

/** Chromium's word for a soft change of pages that leads to a page without one. */
const isLeaving = (error: Error): boolean => /ViewTransition opt-in disabled/.test(error.message);

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
