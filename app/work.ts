import { type AccountsJobs, accountsJobs } from "./accounts/jobs";
import { type BillingJobs, billingJobs } from "./billing/jobs";
import type { ScheduledJob } from "./jobs/schedule";
import type { JobHandler } from "./jobs/worker";
import { sendMail } from "./mail/send";
import { type MembershipJobs, membershipJobs } from "./membership/jobs";

/** Every kind of work there is, with what it is told. `null`: it comes round by the schedule alone. */
export interface JobPayloads extends AccountsJobs, MembershipJobs, BillingJobs {
  "mail.send": { mailId: string };
}

export const handlers: { [Name in keyof JobPayloads]: JobHandler<JobPayloads[Name]> } = {
  ...accountsJobs,
  ...membershipJobs,
  ...billingJobs,
  "mail.send": sendMail,
};

/** When work comes round by itself: cron, in UK time. */
export const schedule: ScheduledJob[] = [
  { name: "accounts.removeExpiredSessions", at: "17 3 * * *" },
];
