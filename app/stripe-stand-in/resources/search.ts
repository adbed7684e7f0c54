import type Stripe from "stripe";
import { newestFirst } from "../http/lists";
import { refuse } from "../http/problem";

interface Searchable {
  id: string;
  created: number;
  email?: string | null;
  name?: string | null;
  metadata: Stripe.Metadata | null;
}

const clause =
  /^(-?)(?:metadata\[(['"])(.+?)\2\]|(email|name))\s*(:|~)\s*(?:(['"])(.*?)\6|(null))$/;

/** Stripe's search language, as far as e-mail, name and metadata go; here it sees a change at once. */
export function searched<T extends Searchable>(
  all: T[],
  params: { query: string; limit?: number; page?: string },
  url: string,
) {
  const matches = matcherOf(params.query);
  const found = newestFirst(all).filter(matches);
  const { limit = 10 } = params;
  const start = params.page ? Number(params.page) : 0;
  const hasMore = start + limit < found.length;
  return {
    object: "search_result",
    data: found.slice(start, start + limit),
    has_more: hasMore,
    next_page: hasMore ? String(start + limit) : null,
    url,
  };
}

function matcherOf(query: string): (object: Searchable) => boolean {
  if (/\sAND\s/.test(query) && /\sOR\s/.test(query))
    throw refuse("You cannot combine AND and OR in one search query.", "query");
  if (/\sOR\s/.test(query)) {
    const any = query.split(/\s+OR\s+/).map(clauseOf);
    return (object) => any.some((matches) => matches(object));
  }
  const every = query.split(/\s+AND\s+/).map(clauseOf);
  return (object) => every.every((matches) => matches(object));
}

function clauseOf(text: string): (object: Searchable) => boolean {
  const parts = clause.exec(text.trim());
  if (!parts) throw refuse(`We were unable to parse your search query: ${text}`, "query");
  const [, negated, , key, field, operator, , value, nothing] = parts;
  return (object) => {
    const found = key ? object.metadata?.[key] : object[field as "email" | "name"];
    const hit = nothing
      ? found == null
      : operator === "~"
        ? (found ?? "").includes(value ?? "")
        : found?.toLowerCase() === value?.toLowerCase();
    return negated ? !hit : hit;
  };
}
