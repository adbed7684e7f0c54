import { associationSettings } from "~/office/settings";
import type { Db } from "~/schema";

/** 4217 with the prefix "LW" → "LW-004217" */
export const memberNumber = (number: number, prefix: string): string =>
  `${prefix}-${String(number).padStart(6, "0")}`;

/** The same, with the association's own prefix. */
export async function memberNumberInWords(db: Db, number: number): Promise<string> {
  const { numberPrefix } = await associationSettings(db);
  return memberNumber(number, numberPrefix);
}

/** The number in "LW-004217", "lw 4217" or "4217"; undefined where the text is none. */
export function parseMemberNumber(text: string): number | undefined {
  const digits = /^[a-z]{0,8}[\s-]?(\d{1,9})$/i.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
