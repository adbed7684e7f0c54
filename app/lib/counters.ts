/** Counts since the start, for `/metrics`: what happened how often, never to whom. */
export interface Counters {
  add(name: string): void;
  all(): Record<string, number>;
}

export function createCounters(): Counters {
  const counts = new Map<string, number>();
  return {
    add: (name) => counts.set(name, (counts.get(name) ?? 0) + 1),
    all: () => Object.fromEntries(counts),
  };
}
