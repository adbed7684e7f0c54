import type { MetaDescriptor, MetaFunction } from "@remix-run/node";

/** The part of the page frame's data that a title needs. */
interface AroundPage {
  associationName?: string;
}

interface PageWords {
  title: string;
  /** What a search engine shows; only pages for the public need one. */
  description?: string;
  /** Whether search engines may list the page. Most pages are somebody's own. */
  index?: boolean;
}

type Around = { matches: readonly { id: string; data?: unknown }[] };

/** The tags of a page's head: "Title – Association", and no listing by search engines unless asked for. */
export function metaTags({ title, description, index = false }: PageWords, { matches }: Around) {
  const around = matches.find(({ id }) => id === "root")?.data as AroundPage | undefined;
  const tags: MetaDescriptor[] = [
    { title: around?.associationName ? `${title} – ${around.associationName}` : title },
  ];
  if (description) tags.push({ name: "description", content: description });
  if (!index) tags.push({ name: "robots", content: "noindex" });
  return tags;
}

/** `export const meta = pageMeta({ title: "Sign in" })` */
export const pageMeta =
  (words: PageWords): MetaFunction =>
  (around) =>
    metaTags(words, around as Around);
