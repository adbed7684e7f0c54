/**
 * What a page costs beside its floors, all measured in the same window. Machines differ and are noisy,
 * so read the ratios: portal ÷ floor. Nothing here passes or fails.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fillAssociation } from "./fill.js";
import { cpuPerRequest, fetchPage, median, startChild } from "./measure.js";

const ROUNDS = 5;
const REQUESTS = 60;
const FLOORS = ["bytes", "sql", "render", "remix"];

const PAGES = [
  { name: "/ (nobody)", path: "/", rows: 6 },
  { name: "/sign-in", path: "/sign-in", rows: 3 },
  { name: "/ (member's first screen)", path: "/", as: "member", rows: 8 },
  { name: "/cpd", path: "/cpd", as: "member", rows: 12 },
  { name: "/admin/members", path: "/admin/members", as: "manager", rows: 50 },
];

async function measurePage(portal, floors, page, cookie) {
  const url = portal.url + page.path;
  await portal.ask("record");
  const html = await fetchPage(url, cookie);
  const statements = await portal.ask("recorded");
  await floors.ask("page", { html, statements, rows: page.rows });
  const places = { portal: [portal, url, cookie], ...floorPlaces(floors) };
  for (const [child, address, sent] of Object.values(places))
    await cpuPerRequest(child, address, sent, REQUESTS);
  const taken = Object.fromEntries(Object.keys(places).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, [child, address, sent]] of Object.entries(places))
      taken[name].push(await cpuPerRequest(child, address, sent, REQUESTS));
  const cost = Object.fromEntries(
    Object.entries(taken).map(([name, times]) => [name, median(times)]),
  );
  return { cost, statements: statements.length, kilobytes: html.length / 1024 };
}

const floorPlaces = (floors) =>
  Object.fromEntries(FLOORS.map((name) => [name, [floors, `${floors.url}/${name}`]]));

async function measureAt(members) {
  const directory = mkdtempSync(join(tmpdir(), "bench-"));
  const people = await fillAssociation(join(directory, "demo"), members);
  const portal = await startChild("./portal-child.js", { DATA_DIR: directory });
  const floors = await startChild("./floors-child.js", {
    BENCH_DATABASE: join(directory, "demo", "portal.sqlite"),
  });
  const results = [];
  for (const page of PAGES) {
    const cookie = page.as && (await portal.ask("cookie", { personId: people[page.as] }));
    results.push({ page, ...(await measurePage(portal, floors, page, cookie)) });
  }
  const memory = await portal.ask("memory");
  portal.stop();
  floors.stop();
  rmSync(directory, { recursive: true, force: true });
  return { members, results, memory, startMilliseconds: portal.startMilliseconds };
}

const ratio = (a, b) => `${(a / b).toFixed(2)}×`;

function print({ members, results, memory, startMilliseconds }) {
  console.log(
    `\n${members.toLocaleString("en-GB")} members: started in ${Math.round(startMilliseconds)} ms, ${Math.round(memory / 1e6)} MB after the runs`,
  );
  console.table(
    results.map(({ page, cost, statements, kilobytes }) => ({
      page: page.name,
      "CPU ms": cost.portal.toFixed(2),
      "÷ same bytes": ratio(cost.portal, cost.bytes),
      "÷ + same SQL": ratio(cost.portal, cost.sql),
      "÷ + renderToString": ratio(cost.portal, cost.render),
      "÷ minimal Remix": ratio(cost.portal, cost.remix),
      queries: statements,
      "HTML KB": kilobytes.toFixed(1),
    })),
  );
}

const sizes = [500, 50_000];
const measured = [];
for (const members of sizes) {
  measured.push(await measureAt(members));
  print(measured.at(-1));
}
const [small, large] = measured;
console.log(`\nThe same page at ${sizes[1].toLocaleString("en-GB")} members, beside ${sizes[0]}:`);
for (const [position, { page, cost }] of large.results.entries())
  console.log(`  ${page.name}: ${ratio(cost.portal, small.results[position].cost.portal)}`);
