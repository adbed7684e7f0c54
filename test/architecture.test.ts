import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));

interface Source {
  path: string;
  text: string;
  /** What it imports: `~/…` and relative paths from the root, packages by their name. */
  imports: { to: string; isTypeOnly: boolean }[];
}

const sources = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" })
  .filter(
    (path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts") && !path.includes(".generated."),
  )
  .map((path) => read(join("app", path)));

function read(path: string): Source {
  const text = readFileSync(join(root, path), "utf8");
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Source["imports"] = [];
  const visit = (node: ts.Node): void => {
    const module =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined;
    if (module && ts.isStringLiteral(module))
      imports.push({ to: resolved(path, module.text), isTypeOnly: isTypeOnly(node) });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { path, text, imports };
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node) || !node.importClause) return false;
  const { isTypeOnly: isWhole, name, namedBindings } = node.importClause;
  if (isWhole) return true;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.every((element) => element.isTypeOnly);
}

function resolved(from: string, specifier: string): string {
  if (specifier.startsWith("~/")) return `app/${specifier.slice(2)}`;
  if (specifier.startsWith(".")) return join(dirname(from), specifier);
  return specifier;
}

const roomOf = (path: string): string => /^app\/([^/]+)\//.exec(path)?.[1] ?? "";
const importing = (pattern: RegExp, { withTypes = true } = {}) =>
  sources
    .filter(({ imports }) =>
      imports.some(({ to, isTypeOnly }) => pattern.test(to) && (withTypes || !isTypeOnly)),
    )
    .map(({ path }) => path);
const outside = (paths: string[], allowed: RegExp) => paths.filter((path) => !allowed.test(path));
const uncommented = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");

/** Which rooms a room may use, beside itself and what knows no domain. Not named: free to use any. */
const BASE = ["lib", "db", "ui"];
const SERVICES = ["mail", "jobs", "history", "search", "files", "documents", "guard", "office"];
const ROOMS: Record<string, string[]> = {
  lib: [],
  db: ["lib"],
  ui: ["lib", "guard"], // the guard runs in the browser while somebody types
  guard: [...BASE],
  billing: [...BASE, ...SERVICES, "accounts"],
  accounts: [...BASE, ...SERVICES],
  membership: [...BASE, ...SERVICES, "accounts", "billing"],
  cpd: [...BASE, ...SERVICES, "accounts", "membership"],
  "stripe-stand-in": ["lib"],
};

/** Types hold the house together and cost nothing when it runs: the one way in which these may look further. */
const SHARED_ROOT = /^app\/[^/]+$/;

describe("the arrows between the rooms", () => {
  test.each(Object.entries(ROOMS))("%s uses only what it may", (room, allowed) => {
    const forbidden = sources
      .filter(({ path }) => roomOf(path) === room)
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ to, isTypeOnly }) => !isTypeOnly && to.startsWith("app/"))
          .filter(({ to }) => !SHARED_ROOT.test(to))
          .filter(({ to }) => roomOf(`${to}/`) !== room && !allowed.includes(roomOf(`${to}/`)))
          .map(({ to }) => `${path} → ${to}`),
      );
    expect(forbidden).toEqual([]);
  });

  test("billing reaches the rooms that it is paid for only through app/settlements.ts", () => {
    const billing = sources.filter(({ path }) => roomOf(path) === "billing");
    const reached = billing.flatMap(({ path, imports }) =>
      imports.filter(({ to }) => /^app\/(membership|cpd|events)\//.test(to)).map(() => path),
    );
    expect(reached).toEqual([]);
  });
});

describe("what only some may touch", () => {
  const DATABASE =
    /^app\/(db|search)\/|\/(queries|tables)(\/[^/]+)?\.tsx?$|^app\/[^/]+\/queries\/|^app\/schema\.ts$/;

  test("Kysely stands in queries, tables and the database's own room", () => {
    expect(outside(importing(/^kysely/), DATABASE)).toEqual([]);
  });

  test("no other file builds a query", () => {
    const building = sources
      .filter(({ text }) =>
        /\.(selectFrom|insertInto|updateTable|deleteFrom|replaceInto)\(/.test(uncommented(text)),
      )
      .map(({ path }) => path);
    expect(building.length).toBeGreaterThan(5);
    expect(outside(building, DATABASE)).toEqual([]);
  });

  test("only the gateway and the stand-in know Stripe's library", () => {
    const allowed = /^app\/billing\/gateway(\.ts$|\/)|^app\/stripe-stand-in\//;
    expect(outside(importing(/^stripe(\/|$)/), allowed)).toEqual([]);
  });

  test("only accounts knows Lucia", () => {
    expect(outside(importing(/^lucia/), /^app\/accounts\//)).toEqual([]);
  });

  test("nobody imports the empty package called remix", () => {
    expect(importing(/^remix(\/|$)/)).toEqual([]);
  });

  test("only the server's own files open the database or use its raw handle", () => {
    const allowed = /^app\/(db|serving|demo)\//;
    expect(outside(importing(/^better-sqlite3$/, { withTypes: false }), allowed)).toEqual([]);
  });
});

describe("habits", () => {
  const DOMAIN =
    /^app\/(accounts|membership|billing|cpd|guard|office|history|mail|files|documents)\//;
  const WALL = /new Date\(\s*\)|Date\.now\(|Temporal\.Now\./;

  /** Speak to libraries or the disk in their own time. */
  const OWN_TIME = [
    "app/accounts/session-store.ts", // Lucia asks for what has expired by the wall
    "app/files/blob-store.ts", // a file's own time stamp
  ];

  test("no domain looks at the wall's clock: now is an argument", () => {
    const looking = sources
      .filter(({ path, text }) => DOMAIN.test(path) && WALL.test(uncommented(text)))
      .map(({ path }) => path)
      .filter((path) => !OWN_TIME.includes(path));
    expect(looking).toEqual([]);
  });

  test("no file is longer than 220 lines", () => {
    const long = sources
      .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
      .filter(({ lines }) => lines > 220);
    expect(long).toEqual([]);
  });

  test("no cast to any, no silenced type error and nothing left for later", () => {
    const slips = sources
      .filter(({ text }) => /\bas any\b|@ts-(ignore|nocheck)|\b(TODO|FIXME|XXX)\b/.test(text))
      .map(({ path }) => path);
    expect(slips).toEqual([]);
  });

  test("pages carry no inline style and no handler: the policy of the portal forbids them", () => {
    const styled = sources
      .filter(
        ({ path }) => path.endsWith(".tsx") && !/^app\/[^/]+\/emails\/|layout\.tsx$/.test(path),
      )
      .filter(({ text }) => /\sstyle=[{"]|\son(Click|Submit|Change|Input)=/.test(uncommented(text)))
      .map(({ path }) => path);
    expect(styled).toEqual([]);
  });

  test("the sitemap lists every route module, and every module that it lists exists", () => {
    const sitemap = readFileSync(join(root, "app/routes.ts"), "utf8");
    const listed = [...sitemap.matchAll(/"([^"]+\/routes\/[^"]+\.tsx?)"/g)].map(([, path]) => path);
    const modules = sources
      .map(({ path }) => relative("app", path))
      .filter((path) => /^[^/]+\/routes\/[^/]+\.tsx?$/.test(path));
    expect([...listed].sort()).toEqual(modules.sort());
  });
});
