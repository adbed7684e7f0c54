import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const client = fileURLToPath(
  new URL(`../${process.env.PORTAL_BUILD ?? "build"}/client/`, import.meta.url),
);

const scripts = readdirSync(client, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".js"))
  .map((path) => ({ path, text: readFileSync(join(client, path), "utf8") }));

/** What would be in a script that holds the server's libraries, queries, acts or secrets. */
const SERVER_ONLY: [string, RegExp][] = [
  ["Kysely", /CamelCasePlugin|kysely|selectFrom\(|insertInto\(/i],
  ["the database's driver", /better-sqlite3|busy_timeout|journal_mode/],
  ["SQL", /["'`](select .{1,80} from |insert into |update \w+ set |delete from |create table )/],
  ["Stripe's library", /stripe-node|api\.stripe\.com|sk_test_|sk_live_|whsec_/],
  ["Lucia", /validateSession|readSessionCookie|lucia/i],
  ["mail", /nodemailer|createTransport|SMTP_URL/],
  ["PDFs", /pdfkit|FontFile2/],
  ["passwords", /argon2|hashPassword/],
  ["the portal's secrets", /APP_SECRET|aes-256-gcm|METRICS_TOKEN/],
  ["Node itself", /node:(crypto|fs|http|path)/],
];

test("there are scripts to look at", () => {
  expect(scripts.length).toBeGreaterThan(5);
});

test.each(SERVER_ONLY)("no script of the browser holds %s", (_what, pattern) => {
  expect(scripts.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
});

test("no script of the browser comes with the source that it was made of", () => {
  expect(scripts.filter(({ text }) => text.includes("sourceMappingURL"))).toEqual([]);
});
