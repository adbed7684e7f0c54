import { z } from "zod";
import { instantInWords } from "~/lib/words";
import type { NotDecided } from "../applications/decide";
import { OFFICE_DECISIONS } from "../applications/rules";
import { DECISION_WORDS } from "./words";

export const DECISION_GUARD = { reason: "freeText" } as const;

/** The applicant reads the reason, so asking and declining need one. */
export const decisionSchema = z
  .object({
    seen: z.string({ error: "Open this page again" }).max(60),
    kind: z.enum(OFFICE_DECISIONS, { error: "Select what you decide" }),
    reason: z.string().trim().max(2000, "Reason must be 2,000 characters or fewer").optional(),
  })
  .refine(({ kind, reason }) => kind === "approve" || Boolean(reason), {
    path: ["reason"],
    error: "Enter what the applicant should read: your question, or why you decline",
  });

/** Tells somebody why their decision was not taken, and who was faster. */
export function notDecidedInWords(error: NotDecided): string {
  if (error.reason === "own") return "This is your own application. Somebody else decides it";
  if (error.reason !== "changed") return "This application has not been sent yet";
  const { decisions, answers } = error.application;
  const decision = decisions.at(-1);
  const answer = answers.at(-1);
  if (!decision) return "This application has changed. Read it again before you decide";
  if (answer && answer.at > decision.at)
    return `The applicant answered on ${instantInWords(answer.at)}. Read the answer before you decide`;
  return `${DECISION_WORDS[decision.kind]} by ${nameOf(decision)} on ${instantInWords(decision.at)}. Your decision was not saved`;
}

const nameOf = ({
  givenName,
  familyName,
}: {
  givenName: string | null;
  familyName: string | null;
}) => (givenName === null ? "the portal" : `${givenName} ${familyName}`);
