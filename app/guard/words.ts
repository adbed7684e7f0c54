import type { Finding } from "./inspect";
import type { FindingKind } from "./profiles";

/** What each kind is called in a sentence. */
export const KIND_NAMES: Record<FindingKind, string> = {
  nhsNumber: "an NHS number",
  chiNumber: "a CHI number",
  healthAndCareNumber: "a Health and Care number",
  emailAddress: "an email address",
  phoneNumber: "a phone number",
};

const PLACEHOLDERS: Record<FindingKind, string> = {
  nhsNumber: "[number removed]",
  chiNumber: "[number removed]",
  healthAndCareNumber: "[number removed]",
  emailAddress: "[email address removed]",
  phoneNumber: "[phone number removed]",
};

/** The error beside a field that cannot be saved; undefined where nothing is refused. */
export function refusalText(findings: Finding[]): string | undefined {
  const refused = findings.filter((finding) => finding.certainty === "certain");
  if (refused.length === 0) return undefined;
  return `Remove ${namesOf(refused).replaceAll(/\ban? /g, "the ")}. It would show who the patient is, so we have not saved what you wrote.`;
}

/** The question before saving what only might identify somebody; undefined where there is nothing to ask. */
export function warningText(findings: Finding[]): string | undefined {
  const warned = findings.filter((finding) => finding.certainty === "possible");
  if (warned.length === 0) return undefined;
  return `This looks like ${namesOf(warned)}. Check that it does not show who a patient is before you continue.`;
}

/** What is said while somebody is still typing; undefined where there is nothing to say. */
export function typingText(findings: Finding[]): string | undefined {
  const refused = findings.filter((finding) => finding.certainty === "certain");
  if (refused.length === 0) return warningText(findings);
  return `This looks like ${namesOf(refused)}. Take it out: what shows who a patient is cannot be saved.`;
}

/** "an NHS number and a phone number": each kind once, in the order found. */
function namesOf(findings: Finding[]): string {
  const names = [...new Set(findings.map((finding) => KIND_NAMES[finding.kind]))];
  return [names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(" and ");
}

/** The text with a note in the place of each finding. */
export function rewrite(text: string, findings: Finding[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const finding of [...findings].sort((a, b) => a.start - b.start)) {
    if (finding.start >= position) {
      parts.push(text.slice(position, finding.start), PLACEHOLDERS[finding.kind]);
    }
    position = Math.max(position, finding.end);
  }
  return parts.join("") + text.slice(position);
}
