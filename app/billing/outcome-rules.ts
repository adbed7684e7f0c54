import type { LineFor } from "./queries/outcome";

export type CheckoutOutcome =
  | "none"
  | "open"
  | "checking"
  | "debitUnderWay"
  | "paid"
  | "failed"
  | "refunded";

const OVER = ["canceled", "incomplete_expired"];

/** What has become of the money for a subject, from its lines; undefined where nothing was tried yet. */
export function outcomeOf(
  lines: LineFor[],
): Extract<CheckoutOutcome, "paid" | "debitUnderWay" | "failed" | "refunded"> | undefined {
  if (lines.some((line) => line.settledAt !== null && !isGivenBack(line))) return "paid";
  if (lines.some(isUnderWay)) return "debitUnderWay";
  const last = lines.at(-1);
  if (!last) return undefined;
  if (last.refusedAt !== null || isGivenBack(last)) return "refunded";
  return last.paymentState === "failed" || last.invoiceState === "void" ? "failed" : undefined;
}

/** Whether opening another checkout would make somebody pay twice: paid by a subscription that goes on, or a debit under way. */
export const isPaidFor = (lines: LineFor[]): boolean =>
  lines.some(
    (line) =>
      isUnderWay(line) ||
      (line.settledAt !== null &&
        !isGivenBack(line) &&
        !OVER.includes(line.subscriptionStatus ?? "canceled")),
  );

const isUnderWay = (line: LineFor) =>
  line.paymentState === "pending" && line.settledAt === null && line.refusedAt === null;

const isGivenBack = ({ pence, refundedPence }: LineFor): boolean =>
  pence !== null && Number(refundedPence ?? 0) >= pence;
