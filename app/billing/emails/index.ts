import { debitUnderWay } from "./debit-under-way";
import { paymentFailed } from "./payment-failed";
import { receipt } from "./receipt";
import { givenBack, refundDone, refundRequested } from "./refunds";
import { treasurerNotice } from "./treasurer-notice";

/** Every mail that this room sends. */
export const billingEmails = {
  "billing.receipt": receipt,
  "billing.debitUnderWay": debitUnderWay,
  "billing.paymentFailed": paymentFailed,
  "billing.refundRequested": refundRequested,
  "billing.refundDone": refundDone,
  "billing.givenBack": givenBack,
  "billing.treasurerNotice": treasurerNotice,
};
