/** Digits with nothing between them, and what stands between them and the group before (null: too much to belong together). */
export interface DigitGroup {
  digits: string;
  start: number;
  end: number;
  gap: string | null;
}

// Long enough for a line break and an indent, short enough that two sentences do not run together.
const LONGEST_GAP = 8;
const GAP = /^(?:[ \n()-]+|[._])$/;

/** The groups of digits of a text in rows: within a row only spaces, dashes, brackets, a dot or an underscore part them. */
export function digitRows(plain: string): DigitGroup[][] {
  const rows: DigitGroup[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const match of plain.matchAll(/\d+/g)) {
    const digits = match[0];
    const between = match.index - end <= LONGEST_GAP ? plain.slice(end, match.index) : "";
    const gap = GAP.test(between) ? between : null;
    end = match.index + digits.length;
    const group = { digits, start: match.index, end, gap };
    const row = rows.at(-1);
    if (gap !== null && row) row.push(group);
    else rows.push([group]);
  }
  return rows;
}

export const digitsOf = (groups: DigitGroup[]): string =>
  groups.map((group) => group.digits).join("");

/** How many groups from this one on are a date with a four-digit year: three, or none. */
export function dateLength(row: DigitGroup[], from: number): number {
  const [first, second, third] = row.slice(from, from + 3);
  if (!first || !second || !third || !/^[.-]$/.test(second.gap ?? "") || third.gap !== second.gap)
    return 0;
  // 01-02-1950-34 is one number in pairs, not a date and two digits.
  if (first.gap === second.gap || row[from + 3]?.gap === second.gap) return 0;
  const [day, month, year] =
    first.digits.length === 4 ? [third, second, first] : [first, second, third];
  const isDay = /^(?:0?[1-9]|[12]\d|3[01])$/.test(day.digits);
  return isDay && /^(?:0?[1-9]|1[0-2])$/.test(month.digits) && /^(?:19|20)\d\d$/.test(year.digits)
    ? 3
    : 0;
}
