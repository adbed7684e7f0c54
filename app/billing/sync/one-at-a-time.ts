import type { Db } from "~/schema";

const running = new WeakMap<Db, Map<string, Promise<unknown>>>();

/**
 * Does the work after whatever is under way for the same key, so that an older answer of Stripe's never
 * overwrites a newer one. The one process that writes to a database is the one that asks.
 */
export async function oneAtATime<T>(db: Db, key: string, work: () => Promise<T>): Promise<T> {
  const ofDatabase = running.get(db) ?? new Map<string, Promise<unknown>>();
  running.set(db, ofDatabase);
  const before = ofDatabase.get(key) ?? Promise.resolve();
  const mine = before.catch(() => {}).then(work);
  ofDatabase.set(key, mine);
  try {
    return await mine;
  } finally {
    if (ofDatabase.get(key) === mine) ofDatabase.delete(key);
  }
}
