import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Counts what happens under a key; false once it has happened too often. */
export type Limit = (owner: object, key: string) => Promise<boolean>;

/**
 * At most `points` in `seconds` of wall time for each key (a network address, a person), counted in the
 * memory of this process. `owner` is the world that it counts for, so that two portals do not share counts.
 */
export function limit(points: number, seconds: number): Limit {
  const limiters = new WeakMap<object, RateLimiterMemory>();
  return async (owner, key) => {
    const limiter = limiters.get(owner) ?? new RateLimiterMemory({ points, duration: seconds });
    limiters.set(owner, limiter);
    return limiter.consume(key).then(
      () => true,
      (refused) => {
        if (refused instanceof RateLimiterRes) return false;
        throw refused;
      },
    );
  };
}
