/** The values that an update replaced, as events show them. */
export function previousOf<T extends object>(before: T, patch: Partial<T>): Partial<T> {
  return Object.fromEntries(Object.entries(before).filter(([name]) => name in patch)) as Partial<T>;
}
