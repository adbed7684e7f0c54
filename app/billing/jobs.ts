import type { JobHandler } from "~/jobs/worker";

/** The work of this room that is done later, with what each kind is told. */
export type BillingJobs = Record<never, never>;

export const billingJobs: { [Name in keyof BillingJobs]: JobHandler<BillingJobs[Name]> } = {};
