import type { JobHandler } from "~/jobs/worker";
import { removeExpiredSessions } from "./remove-expired-sessions";

/** The work of this room that is done later, with what each kind is told. */
export interface AccountsJobs {
  "accounts.removeExpiredSessions": null;
}

export const accountsJobs: { [Name in keyof AccountsJobs]: JobHandler<AccountsJobs[Name]> } = {
  "accounts.removeExpiredSessions": removeExpiredSessions,
};
