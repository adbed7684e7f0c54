import type { JobHandler } from "~/jobs/worker";
import { completeMove } from "./finish-account-move";
import { forgetOldAttempts } from "./forget-old-attempts";
import { removeExpiredSessions } from "./remove-expired-sessions";

/** The work of this room that is done later, with what each kind is told. */
export interface AccountsJobs {
  "accounts.removeExpiredSessions": null;
  "accounts.forgetOldAttempts": null;
  "accounts.moveAccount": { moveId: string };
}

export const accountsJobs: { [Name in keyof AccountsJobs]: JobHandler<AccountsJobs[Name]> } = {
  "accounts.removeExpiredSessions": removeExpiredSessions,
  "accounts.forgetOldAttempts": forgetOldAttempts,
  "accounts.moveAccount": completeMove,
};
