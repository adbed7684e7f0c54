import "@remix-run/node";
import type { Temporal } from "temporal-polyfill";
import type { World } from "./world";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
  /** What the server hands to every loader and action; only app/access.ts and the root read it. */
  interface AppLoadContext {
    world: World;
    now: Temporal.Instant;
    realNow: Temporal.Instant;
    nonce: string;
    /** Stands on an error page and in the log. */
    reference: string;
    /** The visitor's, for limits. */
    networkAddress: string;
    setCookie(cookie: string): void;
  }
}
