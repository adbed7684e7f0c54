import type { Page } from "@playwright/test";
import sitemap from "~/routes";
import { expect, test } from "../support/browser";
import { click } from "../support/journey";

const PAGES = sitemap
  .filter(({ path, file }) => path?.startsWith("admin") && file.endsWith(".tsx"))
  .map(({ path }) => `/${path}`);

/** A member and one of the staff have different links on their pages. */
const MOST_VISITS = 2;

/** The office in parts, each short enough for one test, with where its pages are reached from. */
const PARTS = {
  members: { within: /^\/admin\/members/, from: ["okafor", "reid"].map(searchFor) },
  "applications and grades": {
    within: /^\/admin\/(applications|grades)/,
    from: ["/admin/applications", "/admin/grades"],
  },
  "money and CPD": {
    within: /^\/admin\/(money|cpd)/,
    from: ["/admin/money", "/admin/money?q=okafor", "/admin/cpd"],
  },
  "mail, jobs, history, staff and settings": {
    within: /^\/admin($|\/(mail|jobs|history|staff|settings))/,
    from: ["/admin", "/admin/mail", "/admin/jobs", "/admin/history", "/admin/staff"],
  },
};

for (const [part, { within, from }] of Object.entries(PARTS))
  test(`an administrator opens every page of ${part}, and axe finds nothing`, {
    tag: "@desktop",
  }, async ({ page, be, expectAccessible }) => {
    await haveAMailWritten(page);
    await be("Ruth Castle");
    const seen = new Map<string, number>();
    const waiting = new Set(from); // grows while it is gone through
    for (const address of waiting) {
      const kind = kindOf(address);
      if (kind === undefined || !within.test(kind)) continue;
      const visits = seen.get(kind) ?? 0;
      if (visits >= MOST_VISITS && !from.includes(address)) continue;
      seen.set(kind, visits + 1);
      const response = await page.goto(address);
      expect(response?.status(), address).toBe(200);
      if (visits === 0) await expectAccessible();
      for (const found of await addressesOn(page)) waiting.add(found);
    }
    expect([...seen.keys()].sort()).toEqual(PAGES.filter((kind) => within.test(kind)).sort());
  });

async function haveAMailWritten(page: Page): Promise<void> {
  await page.goto("/forgotten-password");
  await page.getByLabel("Email address").fill("joan.bright@example.com");
  await click(page, "Send me a link");
}

function searchFor(name: string): string {
  return `/admin/members?q=${name}`;
}

/** The address in the sitemap that answers; undefined where it is no page of the office. */
function kindOf(address: string): string | undefined {
  const path = address.replace(/[?#].*$/, "");
  const fits = (kind: string) => new RegExp(`^${kind.replace(/:\w+/g, "[^/]+")}$`).test(path);
  return PAGES.find((kind) => kind === path) ?? PAGES.find(fits);
}

const addressesOn = (page: Page): Promise<string[]> =>
  page
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
