import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type Handler, type Request, type Response } from "express";
import type { World } from "~/world";
import { originGuard } from "./origin-guard";
import { pageHandler } from "./page-handler";
import { publicHost } from "./public-host";
import { requestLog } from "./request-log";
import { securityHeaders } from "./security-headers";

export interface AppOptions {
  world: World;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Mounted before the pages: the Stripe stand-in of the demonstration. */
  extras?: Handler[];
  /** Vite's middlewares, while developing. */
  development?: Handler;
}

/** The whole portal as an Express app. Nothing here reads a body: the pages and the webhook do. */
export function createApp({ world, build, extras = [], development }: AppOptions): Express {
  const { environment } = world;
  const isBuilt = typeof build !== "function";
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", environment.trustedProxy ?? false);
  if (!environment.trustedProxy) app.use(dropForwardedHeaders);
  app.use(requestLog(world), ...securityHeaders(environment, Boolean(development)), compression());
  app.use(plainAddresses, originGuard(environment));
  if (environment.mode === "live") app.use(publicHost(environment.portalUrl));
  if (development) app.use(development);
  if (isBuilt) app.use(builtFiles(build.assetsBuildDirectory));
  for (const extra of extras) app.use(extra);
  app.use(pageHeaders);
  const getLoadContext = (request: Request, response: Response) =>
    contextOf(world, request, response);
  app.all(
    "*",
    isBuilt ? pageHandler(build, getLoadContext) : createRequestHandler({ build, getLoadContext }),
  );
  return app;
}

/** Built files carry a hash in their name and are kept for a year; icons and the manifest for an hour. */
function builtFiles(directory: string): Handler {
  const files = express.static(directory, {
    maxAge: "1h",
    setHeaders: (response, path) => {
      if (/[/\\]assets[/\\]/.test(path))
        response.set("Cache-Control", "public, max-age=31536000, immutable");
    },
  });
  // a page's address has no dot: it need not be looked for on the disk
  return (request, response, next) =>
    request.path.includes(".") ? files(request, response, next) : next();
}

/** No address of ours holds a control character or half a letter; the router would stumble over them. */
const plainAddresses: Handler = (request, response, next) => {
  if (isPlain(request.path)) return next();
  response.status(404).type("text").send("There is no such page");
};

function isPlain(path: string): boolean {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/** Remix appends its headers to those that are set: here what a page or a file says takes their place. */
const pageHeaders: Handler = (_request, response, next) => {
  response.set("Cache-Control", "no-store"); // pages differ by who is signed in; a resource may say otherwise
  const append = response.append.bind(response);
  response.append = (name, value) =>
    SEVERAL.has(name.toLowerCase()) ? append(name, value) : response.set(name, value);
  next();
};

const SEVERAL = new Set(["set-cookie", "vary", "link"]);

function contextOf(world: World, request: Request, response: Response): AppLoadContext {
  return {
    world,
    now: world.clock.now(),
    realNow: world.clock.real(),
    nonce: response.locals.nonce,
    reference: response.locals.reference,
    networkAddress: request.ip ?? "",
    setCookie: (cookie) => response.append("Set-Cookie", cookie),
  };
}

/** Without a known proxy anybody could write these. */
const dropForwardedHeaders: Handler = (request, _response, next) => {
  for (const name of Object.keys(request.headers))
    if (name.startsWith("x-forwarded-")) delete request.headers[name];
  next();
};
