import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Access } from "~/access";
import { may, type Permission, ROLES, type Role } from "~/accounts/policy";
import { built, type Cast, castOf, type Who } from "./support/cast";
import { startTestPortal, type TestPortal } from "./support/portal";

type Module = ServerBuild["routes"][string]["module"];
type Tagged = { access?: Access } | undefined;

interface Address {
  id: string;
  path: string;
  loader: Access | undefined;
  action: Access | undefined;
  isPage: boolean;
  hasLoader: boolean;
  hasAction: boolean;
}

const routes = Object.values(built.build.routes).flatMap((route) =>
  route && route.id !== "root" ? [route] : [],
);

function addressOf({ id, path, module }: { id: string; path?: string; module: Module }): Address {
  const { loader, action } = module as { loader?: Tagged; action?: Tagged };
  return {
    id,
    path: `/${(path ?? "").replace(/:(\w+)\??/g, (_all, name) => `no-${name}`)}`,
    loader: loader?.access,
    action: action?.access,
    isPage: "default" in module && module.default !== undefined,
    hasLoader: loader !== undefined,
    hasAction: action !== undefined,
  };
}

const addresses = routes.map(addressOf);
const withoutCatchAll = addresses.filter(({ path }) => path !== "/*");
const FROM_OUTSIDE = /^\/(webhooks|v1)\//;

describe("every route", () => {
  test("is made by a door, loader and action alike", () => {
    const open = addresses.filter(
      ({ hasLoader, loader, hasAction, action }) =>
        (hasLoader && !loader) || (hasAction && !action),
    );
    expect(addresses.length).toBeGreaterThan(20);
    expect(open).toEqual([]);
  });

  test("has a loader where it has a page: without one, anybody may see it", () => {
    expect(addresses.filter(({ isPage, hasLoader }) => isPage && !hasLoader)).toEqual([]);
  });
});

let app: TestPortal;
let cast: Cast;
beforeAll(async () => {
  app = await startTestPortal();
  cast = await castOf(app);
}, 60_000);
afterAll(() => app.stop());

type Outcome =
  | "is free to come"
  | "enters"
  | "signs in"
  | "is sent on"
  | "is refused"
  | "finds nothing";

/** What happens to somebody at a door, from who they are alone. */
function expected(access: Access, who: Who): Outcome {
  if (access === "public" || access === "by-token") return "is free to come";
  if (who.kind === "nobody") return "signs in";
  if (access === "signed-in") return "enters";
  if (access === "record-holder") return who.hasNumber ? "enters" : "is sent on";
  if (access === "member") return who.hasCover ? "enters" : "is sent on";
  if (who.roles.size === 0) return "finds nothing";
  return may(who.roles, access.slice("may ".length) as Permission) ? "enters" : "is refused";
}

const SIGN_IN = /^\/sign-in(\/again)?\?next=/;

/** Whether an answer fits; who enters may still find nothing there, or be sent on by the page itself. */
function fits(outcome: Outcome, status: number, location: string): boolean {
  if (outcome === "signs in") return (status === 302 && SIGN_IN.test(location)) || status === 401;
  if (outcome === "is sent on") return status === 302 && /^\/(join|membership)$/.test(location);
  if (outcome === "is refused") return status === 403;
  if (outcome === "finds nothing") return status === 404;
  if (outcome === "is free to come") return status < 500 && status !== 403;
  return status < 500 && status !== 401 && status !== 403 && !SIGN_IN.test(location);
}

const KINDS = ["nobody", "stranger", "applicant", "lapsed", "member", ...ROLES] as const;

describe.each(KINDS)("%s", (kind) => {
  test("sees of every page what its door says, and of its data twin the same", async () => {
    const who = cast[kind];
    const wrong: string[] = [];
    for (const { path, loader } of withoutCatchAll) {
      if (!loader) continue;
      const outcome = expected(loader, who);
      const page = await ask("GET", path, who);
      if (!fits(outcome, page.status, page.location))
        wrong.push(`${path} (${loader}): ${outcome}, but ${page.status} ${page.location}`);
      const twin = await ask("GET", path === "/" ? "/_root.data" : `${path}.data`, who);
      if (!twinFits(outcome, twin))
        wrong.push(`${path}.data (${loader}): ${outcome}, but ${twin.status} ${twin.body}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test("may send of every form what its door says", async () => {
    const who = cast[kind];
    const wrong: string[] = [];
    for (const { path, action } of withoutCatchAll) {
      if (!action || FROM_OUTSIDE.test(path)) continue;
      if (/enters|free/.test(expected(action, who))) continue;
      const sent = await ask("POST", path, who, { origin: app.url });
      if (!fits(expected(action, who), sent.status, sent.location))
        wrong.push(`${path} (${action}): ${expected(action, who)}, but ${sent.status}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});

/** A data twin answers a redirect with 202 and the place in its body. */
function twinFits(outcome: Outcome, { status, location, body }: Answer): boolean {
  if (status !== 202) return fits(outcome, status, location);
  const to = /"(\/[^"]*)"/.exec(body)?.[1] ?? "";
  return fits(outcome, 302, to);
}

interface Answer {
  status: number;
  location: string;
  body: string;
}

async function ask(
  method: string,
  path: string,
  who: Who,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(new URL(path, app.url), {
    method,
    redirect: "manual",
    headers: { ...(who.cookie && { cookie: who.cookie }), ...headers },
    body: method === "POST" ? new URLSearchParams() : undefined,
  });
  const location = (response.headers.get("location") ?? "").replace(app.url, "");
  return { status: response.status, location, body: await response.text() };
}

describe("a form sent from elsewhere", () => {
  const everything = withoutCatchAll.filter(({ path }) => !FROM_OUTSIDE.test(path));

  test.each([
    ["another site", { origin: "https://evil.example" }],
    ["a page that hides where it is", { origin: "null" }],
    ["another site that a browser names", { "sec-fetch-site": "cross-site" }],
    ["a neighbouring site", { "sec-fetch-site": "same-site" }],
    ["a referrer elsewhere", { referer: "https://evil.example/form" }],
  ] as [string, Record<string, string>][])(
    "by %s is refused at every address",
    async (_who, headers) => {
      const taken: string[] = [];
      for (const { path } of everything)
        for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
          const { status } = await ask(method, path, cast.administrator, headers);
          if (status !== 403) taken.push(`${method} ${path}: ${status}`);
        }
      expect(everything.some(({ isPage, hasAction }) => hasAction && !isPage)).toBe(true);
      expect(taken).toEqual([]);
    },
    60_000,
  );

  test("a forged X-Forwarded-Host does not make a foreign origin one's own", async () => {
    const headers = { origin: "https://evil.example", "x-forwarded-host": "evil.example" };
    const action = everything.find(({ hasAction, isPage }) => hasAction && isPage);
    expect((await ask("POST", action?.path ?? "", cast.administrator, headers)).status).toBe(403);
  });
});

test("each role enters at least one page of the office that a member cannot", () => {
  const office = withoutCatchAll.filter(({ loader }) => loader?.startsWith("may "));
  const entered = (role: Role) =>
    office.filter(({ loader }) => loader && expected(loader, cast[role]) === "enters");
  for (const role of ROLES) expect([role, entered(role).length > 0]).toEqual([role, true]);
  expect(office.length).toBeGreaterThan(5);
});
