import type { DigitGroup } from "./digit-groups";

export interface Phone {
  /** How many groups of digits it takes up. */
  length: number;
  /** Numbers that begin 03, 05, 08 or 09 are organisations' lines and identify nobody. */
  mayBePersonal: boolean;
}

const MOST_DIGITS = 15;
const ELEVEN_DIGITS = /^(?:(?:00)?440?|0)([1-357-9])\d{9}$/;
// A few places and old freephone numbers are one digit short; none of these can begin with a date, as a CHI number does.
// Their area code is written in one piece, unlike the parts of an ISBN.
const AREA_CODE_LENGTH = 4;
const TEN_DIGITS = /^0(1)[2-9]\d{7}$|^0(8)00\d{6}$/;

/** The phone number that begins at this group, in the national form or with +44, 0044, 44 or another country's +. */
export function phoneAt(plain: string, row: DigitGroup[], from: number): Phone | undefined {
  const beginnings = shortBeginnings(row, from);
  const hasPlus = plain[(row[from]?.start ?? 0) - 1] === "+";
  const hasAreaCode = (row[from]?.digits.length ?? 0) >= AREA_CODE_LENGTH;
  for (const shape of hasAreaCode ? [ELEVEN_DIGITS, TEN_DIGITS] : [ELEVEN_DIGITS]) {
    for (const [index, digits] of beginnings.entries()) {
      const match = shape.exec(digits);
      if (match)
        return { length: index + 1, mayBePersonal: /^[127]$/.test(match[1] ?? match[2] ?? "") };
    }
  }
  const isAbroad = hasPlus && (beginnings.at(-1) ?? "").length >= 8;
  return isAbroad ? { length: beginnings.length, mayBePersonal: true } : undefined;
}

function shortBeginnings(row: DigitGroup[], from: number): string[] {
  const beginnings: string[] = [];
  let digits = "";
  for (let at = from; at < row.length; at++) {
    digits += row[at]?.digits ?? "";
    if (digits.length > MOST_DIGITS) break;
    beginnings.push(digits);
  }
  return beginnings;
}
