/** One thing at a time, in the order in which they asked. */
export function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take<Value>(work: () => Promise<Value>): Promise<Value> {
      const mine = last.then(work, work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}
