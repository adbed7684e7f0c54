import { timingSafeEqual } from "node:crypto";
import { page } from "~/access";
import { hashOf } from "~/lib/id";
import { metricsText } from "../metrics";

/** Numbers for a monitoring system that holds METRICS_TOKEN; without one set, the address does not exist. */
export const loader = page.byToken(async ({ world, request }) => {
  const expected = world.environment.metricsToken;
  if (!expected) return new Response("Not found", { status: 404 });
  const given = request.headers.get("authorization") ?? "";
  if (!isSame(given, `Bearer ${expected}`))
    return new Response("This address needs its token", {
      status: 401,
      headers: { "WWW-Authenticate": "Bearer" },
    });
  return new Response(await metricsText(world), {
    headers: { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" },
  });
});

const isSame = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)));
