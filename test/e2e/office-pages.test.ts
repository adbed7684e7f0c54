import type { Page } from "@playwright/test";
import sitemap from "~/routes";
import { expect, test } from "../support/browser";

const PAGES = sitemap
  .filter(({ path, file }) => path?.startsWith("admin") && file.endsWith(".tsx"))
  .map(({ path }) => `/${path}`);

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
    await be("Ruth Castle");
    const seen = new Set<string>();
    const isNew = (address: string) => {
      const kind = kindOf(address);
      return kind !== undefined && within.test(kind) && (!seen.has(kind) || from.includes(address));
    };
    const waiting = [...from];
    for (let address = waiting.shift(); address; address = waiting.shift()) {
      if (!isNew(address)) continue;
      const response = await page.goto(address);
      expect(response?.status(), address).toBe(200);
      if (!seen.has(kindOf(address) ?? "")) await expectAccessible();
      seen.add(kindOf(address) ?? "");
      waiting.push(...(await addressesOn(page)));
    }
    expect([...seen].sort()).toEqual(PAGES.filter((kind) => within.test(kind)).sort());
  });

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
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
