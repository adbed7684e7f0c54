import { index, type RouteConfig, route } from "@remix-run/route-config";

/** The sitemap: every address and the module that answers it. */
export default [
  index("site/routes/home.tsx"),
  route("health", "site/routes/health.ts"),
  route("*", "site/routes/not-found.tsx"),
] satisfies RouteConfig;
