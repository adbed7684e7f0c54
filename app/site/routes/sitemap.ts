import { page } from "~/access";

const PUBLIC_PAGES = [
  "/",
  "/about",
  "/join",
  "/help",
  "/contact",
  "/code-of-practice",
  "/terms",
  "/privacy",
  "/cookies",
  "/accessibility",
];

/** The pages for the public, for search engines. */
export const loader = page.public(({ world }) => {
  const { portalUrl } = world.environment;
  const addresses = PUBLIC_PAGES.map((path) => `<url><loc>${portalUrl}${path}</loc></url>`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${addresses.join("")}</urlset>
`;
  return new Response(xml, { headers: { "Content-Type": "application/xml" } });
});
