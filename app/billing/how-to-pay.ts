import { payAgainAt } from "~/settlements";
import type { PaymentRow } from "./queries/payments";

/** Where the payer of a failed payment pays it; undefined where there is nothing to pay any more. */
export function howToPay(payment: PaymentRow): string | undefined {
  if (payment.state !== "failed" || payment.invoiceState !== "open") return undefined;
  const own = payment.subjectKind ? payAgainAt[payment.subjectKind] : null;
  return own ?? payment.hostedUrl ?? undefined;
}
