import type { Generated } from "kysely";

export interface JobsTable {
  id: string;
  name: string;
  payload: string;
  uniqueKey: string | null;
  runAt: string;
  attempts: Generated<number>;
  isDirty: Generated<number>;
  lockedUntil: string | null;
  lastError: string | null;
  createdAt: string;
  finishedAt: string | null;
  failedAt: string | null;
}

export interface JobSlotsTable {
  name: string;
  slot: string;
  claimedAt: string;
}

export interface JobsTables {
  jobs: JobsTable;
  jobSlots: JobSlotsTable;
}
