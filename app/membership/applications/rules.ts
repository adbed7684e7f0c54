import { err, ok, type Result } from "~/lib/result";
import type { Standing } from "../standing";
import type { ApplicationState, DecisionKind } from "../tables";

export type { ApplicationState } from "../tables";

/** What the office may decide; an application ends or is withdrawn without it. */
export const OFFICE_DECISIONS = ["approve", "ask", "decline"] as const;
export type OfficeDecision = (typeof OFFICE_DECISIONS)[number];

export interface DecisionFact {
  kind: DecisionKind;
  at: string;
}

const AFTER: Record<Exclude<DecisionKind, "ask">, ApplicationState> = {
  approve: "approved",
  decline: "declined",
  expire: "ended",
  withdraw: "withdrawn",
};

/** Where an application stands; its decisions come oldest first. Every question of the office gets one answer, so their numbers say whose turn it is. */
export function applicationState(
  application: { submittedAt: string | null },
  decisions: DecisionFact[],
  answers: { at: string }[],
): ApplicationState {
  // an approval that was never paid for may be followed by an ending
  const last = decisions.findLast(({ kind }) => kind !== "ask")?.kind;
  if (last && last !== "ask") return AFTER[last];
  if (application.submittedAt === null) return "draft";
  if (decisions.length === 0) return "submitted";
  return answers.length >= decisions.length ? "answered" : "moreWanted";
}

/** The states in which something is still expected, of the applicant or of the office. */
const OPEN: readonly ApplicationState[] = ["draft", "submitted", "moreWanted", "answered"];

/** Whether an application is still going somewhere: a person has at most one such. Paid, it has arrived. */
export const isOpen = (state: ApplicationState, hasBegun: boolean): boolean =>
  OPEN.includes(state) || (state === "approved" && !hasBegun);

/** The states in which the office has something to read. */
export const waitsForOffice = (state: ApplicationState): boolean =>
  state === "submitted" || state === "answered";

/** Who may apply: not somebody who has membership already, nor one whom the association has stopped for a time. */
export const mayApply = (standing: Standing): boolean =>
  standing === "none" ||
  standing === "applicant" ||
  standing === "lapsed" ||
  standing === "resigned" ||
  standing === "removed";

/** A grade may approve by itself, but never somebody whom the association once removed. */
export const isApprovedAtOnce = (review: "automatic" | "review", standing: Standing): boolean =>
  review === "automatic" && standing !== "removed";

export type NotSubmittable<Step> =
  | { reason: "notDraft"; state: ApplicationState }
  | { reason: "incomplete"; missing: Step[] };

export function maySubmit<Step>(
  state: ApplicationState,
  missing: Step[],
): Result<null, NotSubmittable<Step>> {
  if (state !== "draft") return err({ reason: "notDraft", state });
  return missing.length > 0 ? err({ reason: "incomplete", missing }) : ok(null);
}

export type NotDecidable = { reason: "own" } | { reason: "notSubmitted" } | { reason: "changed" };

export interface ToDecide {
  state: ApplicationState;
  stateSince: string | null;
  applicantId: string;
}

/**
 * Whether somebody may decide what they have read. `seen` is the state's beginning as their page showed it: what has
 * happened since makes the decision that of somebody who does not know. Nobody decides their own application.
 */
export function mayDecide(
  application: ToDecide,
  decision: { kind: OfficeDecision; by: string; seen: string },
): Result<null, NotDecidable> {
  const { state, stateSince, applicantId } = application;
  if (applicantId === decision.by) return err({ reason: "own" });
  if (state === "draft") return err({ reason: "notSubmitted" });
  const isUndecided = waitsForOffice(state) || (state === "moreWanted" && decision.kind !== "ask");
  return isUndecided && stateSince === decision.seen ? ok(null) : err({ reason: "changed" });
}

/** An answer belongs to a question: there is one for each time that the office asks. */
export const mayAnswer = (state: ApplicationState): boolean => state === "moreWanted";

/** Applicants may take back what is not decided yet. */
export const mayWithdraw = (state: ApplicationState): boolean => OPEN.includes(state);
