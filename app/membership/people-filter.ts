import { z } from "zod";
import { NATIONS } from "~/accounts/contact-choices";
import { STANDINGS } from "./standing";

const SORTS = ["name", "number", "until"] as const;

const LONGEST_SEARCH = 100;

const filterSchema = z.object({
  /** A name, number, e-mail address or employer. */
  q: z
    .string()
    .trim()
    .transform((text) => text.slice(0, LONGEST_SEARCH))
    .catch(""),
  standing: z.enum(STANDINGS).optional().catch(undefined),
  gradeId: z.string().max(60).optional().catch(undefined),
  nation: z.enum(NATIONS).optional().catch(undefined),
  sort: z.enum(SORTS).catch("name"),
  direction: z.enum(["up", "down"]).catch("up"),
});

export type PeopleFilter = z.infer<typeof filterSchema>;

/** What the office asks for, from an address or a posted form; what makes no sense is left out. */
export function readPeopleFilter(given: URLSearchParams | FormData): PeopleFilter {
  const values = Object.fromEntries(
    Object.keys(filterSchema.shape).map((name) => [name, given.get(name) || undefined]),
  );
  return filterSchema.parse(values);
}

/** The filter as an address carries it. */
export function filterInAddress(filter: Partial<PeopleFilter>): string {
  const entries = Object.entries(filter).filter(([, value]) => value);
  return new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
}
