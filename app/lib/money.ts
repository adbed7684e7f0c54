/** Whole pence. Never a fraction, never pounds. */
export type Pence = number;

const sterling = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });

/** 4500 → "£45.00" */
export const formatPence = (pence: Pence): string => sterling.format(pence / 100);

// Commas and spaces stand only before three digits: "4,5" is a slip for 4.50, not 45.
const POUNDS = /^£?(\d{1,3}(?:[, ]\d{3}){1,2}|\d{1,7})(?:\.(\d{1,2}))?$/;

/** "£1,045.5" → 104550; undefined where the text is no sum of money below £10,000,000 with at most two decimals. */
export function parsePence(text: string): Pence | undefined {
  const match = POUNDS.exec(text.trim());
  const pounds = Number(match?.[1]?.replace(/\D/g, ""));
  if (!match || pounds >= 10_000_000) return undefined;
  return pounds * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}
