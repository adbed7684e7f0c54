import { createRequestHandler, type GetLoadContextFunction } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import { matchPath } from "@remix-run/react";
import type { Handler } from "express";

type Route = NonNullable<ServerBuild["routes"][string]>;

/**
 * Answers by Remix. It weighs all routes anew several times a request, which costs more than most pages;
 * so each request is handed a build of the root and the one route that its address names.
 */
export function pageHandler(build: ServerBuild, getLoadContext: GetLoadContextFunction): Handler {
  const routeOf = routeFinder(build);
  const handlers = new Map<string, Handler>();
  const handlerOf = (route: Route | undefined): Handler => {
    const key = route?.id ?? "";
    const known = handlers.get(key);
    if (known) return known;
    const part = route ? buildWithOnly(build, route) : build;
    const handler = createRequestHandler({ build: part, getLoadContext });
    handlers.set(key, handler);
    return handler;
  };
  return (request, response, next) => handlerOf(routeOf(request.path))(request, response, next);
}

/** Finds the route of an address; undefined leaves the choice to Remix, as for what does not exist. */
function routeFinder({ routes }: ServerBuild): (path: string) => Route | undefined {
  const leaves = Object.values(routes).filter((route) => route?.parentId === "root") as Route[];
  const isFixed = ({ path = "" }: Route) => !/[:*]/.test(path);
  const fixed = new Map(leaves.filter(isFixed).map((route) => [`/${route.path ?? ""}`, route]));
  const patterns = leaves.filter((route) => !isFixed(route) && route.path !== "*");
  return (path) => {
    const plain = path
      .replace(/^\/_root\.data$/, "/")
      .replace(/\.data$/, "")
      .replace(/(.)\/+$/, "$1");
    const found = fixed.get(plain.toLowerCase());
    if (found) return found;
    const matching = patterns.filter((route) => matchPath(`/${route.path}`, plain));
    return matching.length === 1 ? matching[0] : undefined;
  };
}

const buildWithOnly = (build: ServerBuild, { id }: Route): ServerBuild => ({
  ...build,
  routes: only(build.routes, id),
  assets: { ...build.assets, routes: only(build.assets.routes, id) },
});

const only = <Entry>(entries: Record<string, Entry>, id: string): Record<string, Entry> =>
  Object.fromEntries(Object.entries(entries).filter(([key]) => key === "root" || key === id));
