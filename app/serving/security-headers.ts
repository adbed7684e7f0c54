import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";
import type { Environment } from "~/environment";

/** A nonce for the page's own scripts, then helmet with a policy that allows nothing inline. */
export function securityHeaders(
  environment: Environment,
  isDevelopment: boolean,
): RequestHandler[] {
  const isLive = environment.mode === "live";
  return [
    (_request, response, next) => {
      response.locals.nonce = randomBytes(16).toString("base64");
      next();
    },
    helmet({
      // helmet's own default, no-referrer, makes browsers send `Origin: null` with a plain form
      referrerPolicy: { policy: "strict-origin-when-cross-origin" },
      strictTransportSecurity: isLive && { maxAge: 63_072_000, includeSubDomains: true },
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: [
            "'self'",
            (_q, response) => `'nonce-${(response as unknown as Nonced).locals.nonce}'`,
          ],
          styleSrc: isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'"],
          fontSrc: ["'self'"],
          imgSrc: ["'self'", "data:"],
          connectSrc: isDevelopment ? ["'self'", "ws:"] : ["'self'"],
          formAction: ["'self'", ...environment.checkoutOrigins],
          frameAncestors: ["'none'"],
          frameSrc: ["'self'"],
          baseUri: ["'none'"],
          objectSrc: ["'none'"],
          workerSrc: ["'self'"],
          manifestSrc: ["'self'"],
        },
      },
    }),
  ];
}

interface Nonced {
  locals: { nonce: string };
}
