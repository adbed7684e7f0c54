import type { Db, Trx } from "~/schema";
import {
  answersOf,
  applicationById,
  decisionsOf,
  newestApplicationOf,
  updateApplication,
} from "../queries/applications";
import { type ApplicationState, applicationState } from "./rules";

type Row = NonNullable<Awaited<ReturnType<typeof applicationById>>>;
export type Decision = Awaited<ReturnType<typeof decisionsOf>>[number];

/** An application with everything that was said and decided about it. */
export interface Application {
  row: Row;
  state: ApplicationState;
  decisions: Decision[];
  answers: { id: string; text: string; at: string }[];
  /** Paid: it has made a member. */
  hasBegun: boolean;
  /** A first Direct Debit is under way. */
  isDebitUnderWay: boolean;
}

/** An application by its id; the caller knows who may see it. */
export async function readApplication(db: Db, id: string): Promise<Application | undefined> {
  const row = await applicationById(db, id);
  return row && withEvents(db, row);
}

/** What a person applied for last, if they ever did. */
export async function newestApplication(
  db: Db,
  personId: string,
): Promise<Application | undefined> {
  const row = await newestApplicationOf(db, personId);
  return row && withEvents(db, row);
}

async function withEvents(db: Db, row: Row): Promise<Application> {
  const decisions = await decisionsOf(db, row.id);
  const answers = await answersOf(db, row.id);
  return {
    row,
    state: applicationState(row, decisions, answers),
    decisions,
    answers,
    hasBegun: Boolean(row.hasTerm),
    isDebitUnderWay: Boolean(row.hasProvisionalTerm),
  };
}

/** Rewrites the derived state that the office's queue is read by: at the end of every act that changes one. */
export async function rewriteState(trx: Trx, applicationId: string): Promise<void> {
  const application = await readApplication(trx, applicationId);
  if (!application) return;
  const { row, state, decisions, answers } = application;
  const events = [...decisions, ...answers].map(({ at }) => at);
  const stateSince = [row.submittedAt ?? row.startedAt, ...events].sort().at(-1);
  await updateApplication(trx, applicationId, { state, stateSince });
}
