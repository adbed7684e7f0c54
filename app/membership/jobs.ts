import type { JobHandler } from "~/jobs/worker";

/** The work of this room that is done later, with what each kind is told. */
export type MembershipJobs = Record<never, never>;

export const membershipJobs: { [Name in keyof MembershipJobs]: JobHandler<MembershipJobs[Name]> } =
  {};
