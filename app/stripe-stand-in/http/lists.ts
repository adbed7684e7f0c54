import type Stripe from "stripe";
import type { Kind } from "../store/ids";
import type { StripeObjects } from "../store/kinds";
import { missing, refuse } from "./problem";

export interface ListParams extends Stripe.PaginationParams {
  created?: number | Stripe.RangeQueryParam;
}

type Dated = { id: string; created?: number; date?: number };

/** A list object that holds everything, as inside other objects. */
export function wholeList<T>(data: T[], url: string): Stripe.ApiList<T> {
  return { object: "list", data, has_more: false, url };
}

/** One page, newest first, of the candidates (given in the order of their making). */
export function page<K extends Kind>(
  kind: K,
  candidates: StripeObjects[K][],
  params: ListParams,
  url: string,
) {
  const { limit = 10, starting_after, ending_before } = params;
  if (limit < 1)
    throw refuse(
      "This value must be greater than or equal to 1.",
      "limit",
      "parameter_invalid_integer",
    );
  if (limit > 100)
    throw refuse(
      "This value must be less than or equal to 100.",
      "limit",
      "parameter_invalid_integer",
    );
  const all = newestFirst(candidates).filter((object) => isWithin(dateOf(object), params.created));
  if (ending_before) {
    const end = placeOf(kind, all, ending_before, "ending_before");
    const start = Math.max(0, end - limit);
    return { object: "list" as const, data: all.slice(start, end), has_more: start > 0, url };
  }
  const start = starting_after ? placeOf(kind, all, starting_after, "starting_after") + 1 : 0;
  return {
    object: "list" as const,
    data: all.slice(start, start + limit),
    has_more: start + limit < all.length,
    url,
  };
}

export function newestFirst<T extends Dated>(objects: readonly T[]): T[] {
  return [...objects].reverse().sort((a, b) => dateOf(b) - dateOf(a));
}

function dateOf(object: Dated): number {
  return object.created ?? object.date ?? 0;
}

function placeOf(kind: Kind, all: Dated[], id: string, param: string): number {
  const place = all.findIndex((object) => object.id === id);
  if (place < 0) throw missing(kind, id, param);
  return place;
}

/** Whether a time lies within Stripe's range filter. */
export function isWithin(
  time: number,
  range: number | Stripe.RangeQueryParam | undefined,
): boolean {
  if (range === undefined) return true;
  if (typeof range === "number") return time === range;
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = range;
  return time > gt && time >= gte && time < lt && time <= lte;
}
