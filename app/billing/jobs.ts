import type { JobHandler } from "~/jobs/worker";
import { cancelAtStripe } from "./work/cancel-subscription";
import { finishLeftCheckout } from "./work/finish-checkout";
import { reconcile, reconcilePayers } from "./work/reconcile";
import { refund } from "./work/refund";
import { type SyncPayload, sync } from "./work/sync";

/** The work of this room that is done later, with what each kind is told. */
export interface BillingJobs {
  "billing.sync": SyncPayload;
  "billing.finishCheckout": { checkoutId: string };
  "billing.refund": { refundId: string };
  "billing.cancelSubscription": { cancellationId: string };
  "billing.reconcile": null;
  "billing.reconcilePayers": { reconciliationId: string; after: string };
}

export const billingJobs: { [Name in keyof BillingJobs]: JobHandler<BillingJobs[Name]> } = {
  "billing.sync": sync,
  "billing.finishCheckout": finishLeftCheckout,
  "billing.refund": refund,
  "billing.cancelSubscription": cancelAtStripe,
  "billing.reconcile": reconcile,
  "billing.reconcilePayers": reconcilePayers,
};
