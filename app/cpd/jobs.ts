import type { JobHandler } from "~/jobs/worker";
import { removeDeletedActivities } from "./remove-deleted-activities";

/** The work of this room that is done later, with what each kind is told. */
export interface CpdJobs {
  "cpd.removeDeletedActivities": null;
}

export const cpdJobs: { [Name in keyof CpdJobs]: JobHandler<CpdJobs[Name]> } = {
  "cpd.removeDeletedActivities": removeDeletedActivities,
};
