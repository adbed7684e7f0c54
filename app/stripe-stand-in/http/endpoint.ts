import type { World } from "../world";
import type { accepted } from "./accepted-parameters.generated";

export type Method = "GET" | "POST" | "DELETE";
export type Accepted = keyof typeof accepted;

/** One call of the API. */
export interface Endpoint {
  method: Method;
  /** Express path below /v1; `:id` is the object. */
  path: string;
  accepts: Accepted;
  honours: readonly string[];
  answer: (world: World, params: Record<string, unknown>, id: string) => object;
}

const always = ["expand"];
const pages = ["limit", "starting_after", "ending_before"];

/** `honours` names the parameters the call acts on, as `outer.inner` where only part of an object is. */
export function endpoint<P extends object>(
  method: Method,
  path: string,
  accepts: Accepted,
  honours: readonly string[],
  answer: (world: World, params: P, id: string) => object,
): Endpoint {
  const isList = method === "GET" && accepts.includes("List");
  return {
    method,
    path,
    accepts,
    honours: [...always, ...(isList ? pages : []), ...honours],
    answer: (world, params, id) => answer(world, params as P, id),
  };
}
