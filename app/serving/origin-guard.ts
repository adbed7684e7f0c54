import type { Request, RequestHandler } from "express";
import type { Environment } from "~/environment";

/** Signed or keyed by themselves, and never called by a browser with a cookie. */
const WITHOUT_COOKIES = [/^\/webhooks\//, /^\/v1\//];

/**
 * Refuses every change that another site's page sends. Remix checks page actions only, lets a missing
 * Origin pass, trusts X-Forwarded-Host and answers 500; so this stands in front of it.
 */
export const originGuard =
  (environment: Environment): RequestHandler =>
  (request, response, next) => {
    response.vary("Sec-Fetch-Site").vary("Origin");
    if (isOwn(request, environment)) return next();
    response.status(403).type("html").send(REFUSAL);
  };

export function isOwn(request: Request, environment: Environment): boolean {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return true;
  if (WITHOUT_COOKIES.some((pattern) => pattern.test(request.path))) return true;
  const site = request.get("sec-fetch-site");
  if (site && site !== "same-origin" && site !== "none") return false;
  const from = request.get("origin") ?? request.get("referer");
  if (!from) return true; // no browser leaves out all three; the cookie is SameSite=Lax besides
  return ownHosts(request, environment).includes(hostOf(from) ?? "");
}

function ownHosts(request: Request, environment: Environment): string[] {
  const own = [new URL(environment.portalUrl).host];
  const visited = request.get("host");
  if (environment.mode === "demonstration" && visited) own.push(visited); // reached by any name of this machine
  return own;
}

function hostOf(address: string): string | undefined {
  try {
    return new URL(address).host;
  } catch {
    return undefined;
  }
}

const REFUSAL = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Not sent</title></head><body>
<h1>This form was not sent</h1>
<p>It came from another website, or your browser hid where it came from. Nothing was changed.</p>
<p>Go back, reload the page and try again. If it happens again, open the portal in a new window.</p>
</body></html>`;
