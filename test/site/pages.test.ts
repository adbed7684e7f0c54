import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addFirstWordings } from "~/membership/first-wordings";
import { person, staff } from "../support/people";
import { startTestPortal, type TestPortal } from "../support/portal";

let portal: TestPortal;
const db = () => portal.world.db;

beforeAll(async () => {
  portal = await startTestPortal({ start: "2026-11-22T09:30:00Z" });
  await db()
    .transaction()
    .execute((trx) => addFirstWordings(trx, portal.clock.now()));
});
afterAll(() => portal.stop());

const PUBLIC = [
  "/",
  "/about",
  "/help",
  "/contact",
  "/code-of-practice",
  "/terms",
  "/privacy",
  "/cookies",
  "/accessibility",
];

async function htmlOf(path: string, as?: { personId: string }): Promise<string> {
  const response = await portal.get(path, { as });
  expect(response.status, path).toBe(200);
  return response.text();
}

const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)?.[1];

describe("pages for the public", () => {
  test("each has one first heading, a title of its own and no framework script", async () => {
    const titles = new Set<string | undefined>();
    for (const path of PUBLIC) {
      const html = await htmlOf(path);
      expect(html.match(/<h1[\s>]/g), path).toHaveLength(1);
      expect(html, path).not.toContain("__remixContext");
      expect(html, path).not.toMatch(/\sstyle=/);
      expect(html, path).not.toContain('content="noindex"');
      titles.add(titleOf(html));
    }
    expect(titles.size).toBe(PUBLIC.length);
  });

  test("each says that it is independent of the NHS, and that this is a demonstration", async () => {
    for (const path of PUBLIC) {
      const html = await htmlOf(path);
      expect(html, path).toContain("Independent of the NHS.");
      expect(html, path).toContain('href="/demo"');
    }
  });

  test("a word in the address that no page knows is not said, nor stumbled over", async () => {
    for (const done of ["nothing", "constructor", "__proto__"])
      expect(await htmlOf(`/join?done=${done}`)).not.toContain("portal-done");
  });

  test("what is sent as anything but a form is a request that cannot be read, not a fault", async () => {
    for (const [body, status] of [
      ["{}", 400],
      ["a".repeat(2_000_000), 413],
    ] as const) {
      const type = status === 400 ? "application/json" : "application/x-www-form-urlencoded";
      const sent = await fetch(`${portal.url}/sign-in`, {
        method: "POST",
        body,
        headers: { "content-type": type, origin: portal.url },
      });
      expect(sent.status).toBe(status);
    }
  });

  test("the links of the header and footer lead somewhere", async () => {
    const links = [...(await htmlOf("/")).matchAll(/href="(\/[a-z-]*)"/g)].map(([, href]) => href);
    expect(links.length).toBeGreaterThan(10);
    for (const href of new Set(links)) {
      const { status } = await portal.get(href ?? "");
      expect(status, href).toBeLessThan(400);
    }
  });

  test("the code of practice is the version in force, as formatted text", async () => {
    const html = await htmlOf("/code-of-practice");
    expect(html).toContain("Version 1, in force since 22 November 2026");
    expect(html).toMatch(/<div class="portal-prose"><[ph]/);
  });
});

test("a demonstration asks search engines to stay away", async () => {
  expect(await (await portal.get("/robots.txt")).text()).toBe("User-agent: *\nDisallow: /\n");
});

test("the sitemap lists the pages for the public by their full addresses", async () => {
  const response = await portal.get("/sitemap.xml");
  expect(response.headers.get("content-type")).toContain("xml");
  expect(await response.text()).toContain("/code-of-practice</loc>");
});

describe("an error page", () => {
  test("an address that does not exist is not found, in words", async () => {
    const response = await portal.get("/nothing-here");
    const html = await response.text();
    expect(response.status).toBe(404);
    expect(titleOf(html)).toBe("Page not found – Linkway");
    expect(html).toContain('href="/help"');
  });

  test("a role that does not include a room is told so, inside the frame", async () => {
    const assessor = await staff(db(), "Priya Nair", "cpdAssessor");
    const response = await portal.get("/admin/jobs", { as: assessor });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("your role in the office does not include this");
  });
});

describe("the first screen of somebody signed in", () => {
  test("greets by name and offers an account without membership to join", async () => {
    const html = await htmlOf("/", await person(db(), "Bem Adeyemi"));
    expect(html).toContain("Good morning, Bem");
    expect(html).toMatch(/portal-todo.*href="\/join"/s);
    expect(html).toContain('content="noindex"');
  });

  test("leads staff to the office", async () => {
    const html = await htmlOf("/", await staff(db(), "Ruth Castle", "administrator"));
    expect(html).toContain("Go to the office");
  });

  test("escapes a name", async () => {
    const html = await htmlOf("/", await person(db(), "<b>Bold Name", "bold@example.com"));
    expect(html).toContain("Good morning, &lt;b&gt;Bold");
  });
});
