import type { GrantKind, TermsTable } from "./tables";

export const GRANT_WORDS: Record<GrantKind, string> = {
  honorary: "Honorary",
  life: "For life",
  complimentary: "Complimentary",
  feeHoliday: "Fee holiday",
  imported: "From the earlier system",
};

/** What a term came from: a payment, an employer's seat, or the office. */
export function sourceInWords(source: TermsTable["source"], kind: GrantKind | null): string {
  if (source === "invoiceLine") return "Paid";
  if (source === "seat") return "Paid by the employer";
  return kind ? GRANT_WORDS[kind] : "Given by the office";
}
