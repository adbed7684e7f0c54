import { type AccountsJobs, accountsJobs } from "./accounts/jobs";
import { type BillingJobs, billingJobs } from "./billing/jobs";
import { type CpdJobs, cpdJobs } from "./cpd/jobs";
import { type FilesJobs, filesJobs } from "./files/jobs";
import { prune } from "./jobs/prune";
import type { ScheduledJob } from "./jobs/schedule";
import type { JobHandler } from "./jobs/worker";
import { sendMail } from "./mail/send";
import { type MembershipJobs, membershipJobs } from "./membership/jobs";

/** Every kind of work there is, with what it is told. `null`: it comes round by the schedule alone. */
export interface JobPayloads extends AccountsJobs, CpdJobs, MembershipJobs, BillingJobs, FilesJobs {
  "jobs.prune": null;
  "mail.send": { mailId: string };
}

export const handlers: { [Name in keyof JobPayloads]: JobHandler<JobPayloads[Name]> } = {
  ...accountsJobs,
  ...cpdJobs,
  ...membershipJobs,
  ...billingJobs,
  ...filesJobs,
  "jobs.prune": prune,
  "mail.send": sendMail,
};

/** When work comes round by itself: cron, in UK time. */
export const schedule: ScheduledJob[] = [
  { name: "membership.endStalledApplications", at: "11 5 * * *" },
  { name: "membership.remindStalledApplications", at: "31 8 * * *" },
  { name: "membership.lapseMembers", at: "5 6 * * *" },
  { name: "membership.compareCover", at: "37 2 * * *" },
  { name: "membership.syncPrices", at: "7 3 * * *" },
  { name: "billing.reconcile", at: "41 2 * * *" },
  { name: "files.clearStrayContent", at: "47 3 * * *" },
  { name: "jobs.prune", at: "57 3 * * *" },
  { name: "accounts.removeExpiredSessions", at: "17 3 * * *" },
  { name: "accounts.forgetOldAttempts", at: "27 3 * * *" },
  { name: "cpd.removeDeletedActivities", at: "27 3 * * *" },
];
