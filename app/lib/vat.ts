import type { Pence } from "./money";

/** Treatment per price, not per site (VATA 1994 Sch 9 Group 9 for subscriptions; HMRC VTUPB2100). */
export type VatTreatment = "exempt" | "zero" | "standard" | "outside";

const RATE_PERCENT: Record<VatTreatment, number> = { exempt: 0, zero: 0, standard: 20, outside: 0 };

/** Splits a total that includes VAT into net and VAT pence; the two always add up to the total. */
export function splitVat(grossPence: Pence, treatment: VatTreatment): { net: Pence; vat: Pence } {
  const rate = RATE_PERCENT[treatment];
  const vat = Math.round((grossPence * rate) / (100 + rate));
  return { net: grossPence - vat, vat };
}

export const VAT_WORDS: Record<VatTreatment, string> = {
  exempt: "VAT exempt",
  zero: "VAT at 0%",
  standard: "includes VAT at 20%",
  outside: "outside the scope of VAT",
};
