/** How many rows a list shows; lists are paged by the last row's key, never by an offset. */
export const PAGE_ROWS = 50;

export interface Page<Row> {
  rows: Row[];
  /** The key after which the next page starts; absent on the last page. */
  next: string | undefined;
}

/** Turns `PAGE_ROWS + 1` fetched rows into a page and the key of the next one. */
export function pageOf<Row>(rows: Row[], keyOf: (row: Row) => string, most = PAGE_ROWS): Page<Row> {
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > most && last ? keyOf(last) : undefined };
}
