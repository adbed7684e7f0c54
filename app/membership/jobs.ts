import type { JobHandler } from "~/jobs/worker";
import { endStalledApplications, remindStalledApplications } from "./applications/stalled";
import { compareCover } from "./compare-cover";
import { lapseMembers } from "./lapse-members";
import { syncPrices } from "./sync-prices";

/** The work of this room that is done later, with what each kind is told. */
export interface MembershipJobs {
  "membership.endStalledApplications": null;
  "membership.remindStalledApplications": null;
  "membership.lapseMembers": null;
  "membership.compareCover": null;
  "membership.syncPrices": null;
}

export const membershipJobs: { [Name in keyof MembershipJobs]: JobHandler<MembershipJobs[Name]> } =
  {
    "membership.endStalledApplications": endStalledApplications,
    "membership.remindStalledApplications": remindStalledApplications,
    "membership.lapseMembers": lapseMembers,
    "membership.compareCover": compareCover,
    "membership.syncPrices": syncPrices,
  };
