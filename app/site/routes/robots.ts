import { page } from "~/access";

const OWN = ["/account", "/admin", "/cpd", "/join/", "/membership", "/sign-in", "/sign-up"];

/** Search engines see what is for the public; a demonstration is nobody's to find. */
export const loader = page.public(({ world }) => {
  const { mode, portalUrl } = world.environment;
  const closed = mode === "demonstration" ? ["/"] : OWN;
  const lines = ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`), ""];
  if (mode === "live") lines.push(`Sitemap: ${portalUrl}/sitemap.xml`, "");
  return new Response(lines.join("\n"), { headers: { "Content-Type": "text/plain" } });
});
