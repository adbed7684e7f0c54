/** A place in a list ordered by time and id, newest first. */
export interface Place {
  at: string;
  id: string;
}

export const keyOfPlace = ({ at, id }: Place): string => `${at}~${id}`;

/** The place that an address names; undefined where it names none. */
export function readPlace(key: string | null | undefined): Place | undefined {
  const [at, id, ...more] = key?.split("~") ?? [];
  return at && id && more.length === 0 ? { at, id } : undefined;
}
