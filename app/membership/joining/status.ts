import type { Db } from "~/schema";
import { type Application, newestApplication } from "../applications/application";
import type { ApplicationState } from "../applications/rules";
import { gradeById } from "../queries/grades";

/** Where a person's newest application stands, for their own eyes. */
export interface ApplicationStatus {
  state: ApplicationState;
  gradeName: string | undefined;
  /** What the office asked, or why it declined. */
  reason: string | undefined;
  /** When the state began. */
  since: string;
  /** The last day on which the applicant can go on. */
  openUntil: string;
  isDebitUnderWay: boolean;
}

/** Null where there is nothing to say: never applied, or applied and paid. */
export async function applicationStatus(
  db: Db,
  personId: string,
): Promise<ApplicationStatus | null> {
  const application = await newestApplication(db, personId);
  if (!application || application.hasBegun) return null;
  const { row, state, isDebitUnderWay } = application;
  const grade = row.gradeId ? await gradeById(db, row.gradeId) : undefined;
  return {
    state,
    gradeName: grade?.name,
    reason: reasonOf(application),
    since: row.stateSince ?? row.savedAt,
    openUntil: row.expiresOn,
    isDebitUnderWay,
  };
}

function reasonOf({ state, decisions }: Application): string | undefined {
  const kind = state === "moreWanted" ? "ask" : "decline";
  return decisions.findLast((decision) => decision.kind === kind)?.reason;
}
