import type { RequestHandler } from "express";
import { newId } from "~/lib/id";
import type { World } from "~/world";

/** Addresses whose next part is a secret. */
const SECRET_PART =
  /^(\/(?:calendar|offers|invitations|unsubscribe|bookings\/t|certificates\/t|setup)\/)[^/]+/;

/** The path as it may stand in a log: no query (it may hold a search or a token) and no token. */
export const loggedPath = (path: string): string => path.replace(SECRET_PART, "$1…");

/** One line for each request, with the reference that an error page shows. */
export const requestLog =
  ({ log, counters }: Pick<World, "log" | "counters">): RequestHandler =>
  (request, response, next) => {
    const reference = newId().slice(-12);
    const startedAt = performance.now();
    response.locals.reference = reference;
    response.on("finish", () => {
      const line = {
        reference,
        method: request.method,
        path: loggedPath(request.path),
        status: response.statusCode,
        ms: Math.round(performance.now() - startedAt),
      };
      counters.add(`requests_${Math.floor(response.statusCode / 100)}xx`);
      if (response.statusCode >= 500) log.error(line, "request");
      else log.info(line, "request");
    });
    next();
  };
