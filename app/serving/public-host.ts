import type { RequestHandler } from "express";

/**
 * Gives every request the portal's public host, whatever name a proxy in front has set. Our own guard has judged the sender;
 * Remix compares the Origin with these headers once more, and answers 500 where a proxy passes an inner name.
 */
export function publicHost(portalUrl: string): RequestHandler {
  const { host } = new URL(portalUrl);
  return (request, _response, next) => {
    request.headers.host = host;
    delete request.headers["x-forwarded-host"];
    next();
  };
}
