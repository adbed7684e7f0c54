/** Chance that falls the same way every time, so that everybody's demonstration is the same. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** One of the choices, by their shares of 1. */
  weighted<Choice>(shares: readonly (readonly [Choice, number])[]): Choice;
  /** True in this share of cases. */
  chance(share: number): boolean;
}

/** The mulberry32 generator: small, and good enough for made-up people. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  function pick<Item>(items: readonly Item[]): Item {
    const picked = items[between(0, items.length - 1)];
    if (picked === undefined) throw new Error("Nothing to pick from");
    return picked;
  }
  function weighted<Choice>(shares: readonly (readonly [Choice, number])[]): Choice {
    let left = next();
    for (const [choice, share] of shares) {
      left -= share;
      if (left < 0) return choice;
    }
    return pick(shares)[0];
  }
  return {
    next,
    between,
    pick,
    weighted,
    chance: (share) => next() < share,
  };
}
