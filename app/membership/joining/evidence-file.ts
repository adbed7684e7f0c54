import type { Received } from "~/files/receive";
import { MEGABYTE, uploadProblemInWords } from "~/files/upload";
import { inspect, refusedFindings } from "~/guard/inspect";

/** What an applicant may send; every form that takes it says so beside the field. */
export const EVIDENCE_FILE = {
  field: "evidence",
  most: 10 * MEGABYTE,
  accept: ["pdf", "jpeg", "png"],
} as const;

/** What stands beside the field where the file cannot be taken; undefined where it can, or where there is none. */
export function evidenceProblem({ problem, upload }: Received): string | undefined {
  if (problem) return uploadProblemInWords(problem, EVIDENCE_FILE);
  const named = upload && refusedFindings(inspect(upload.name, "fileName")).length > 0;
  return named
    ? "The file’s name holds a number that could show who a patient is. Rename the file and choose it again"
    : undefined;
}
