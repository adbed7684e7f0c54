import { formatPence } from "~/lib/money";
import type { NotRefundable } from "./request-refund";

/** Why a refund cannot be asked for, in words for the office. */
export function refundWords(refusal: NotRefundable): string {
  switch (refusal.reason) {
    case "moreThanLeft":
      return `Enter an amount up to ${formatPence(refusal.leftPence)}: that much is left of this payment`;
    case "ownPayment":
      return "This is your own payment: ask a colleague to refund it";
    case "notOnline":
      return "This payment was not taken through Stripe: give it back by hand";
    default:
      return "This payment was not taken, so there is nothing to refund";
  }
}
