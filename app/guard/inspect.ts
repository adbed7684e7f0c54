import { type DigitGroup, dateLength, digitRows, digitsOf } from "./digit-groups";
import { hasValidCheckDigit, issuedKind } from "./patient-number";
import { phoneAt } from "./phone";
import { type PlainText, plainTextOf } from "./plain-text";
import { type FindingKind, GUARD_PROFILES, type GuardProfile } from "./profiles";

/** Something in a text that may identify a patient, at positions of the text as it was given. */
export interface Finding {
  kind: FindingKind;
  /** Certain is refused; possible is a warning that the writer may override. */
  certainty: "certain" | "possible";
  start: number;
  end: number;
}

/**
 * Finds what may identify a patient, in the order of the text. Time grows with the length alone, and no length is left unread.
 * A number is certain when its check digit is right, it lies in an issued range, and a cue stands near it or it is written 3-3-4.
 * Names cannot be found reliably and are not looked for.
 */
export function inspect(text: string, profile: GuardProfile): Finding[] {
  const rules = GUARD_PROFILES[profile];
  const source = plainTextOf(text);
  const allowed = (finding: Finding) =>
    finding.certainty === "possible" &&
    (finding.kind === "emailAddress" || finding.kind === "phoneNumber"
      ? rules[finding.kind] === "allow"
      : rules.doubtfulNumbers === "allow");
  return [...emailAddresses(source.plain), ...numbers(source.plain)]
    .filter((finding) => !allowed(finding))
    .map((finding) => inOriginal(finding, source))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

export const refusedFindings = <F extends Finding>(findings: F[]): F[] =>
  findings.filter((finding) => finding.certainty === "certain");

export const warnedFindings = <F extends Finding>(findings: F[]): F[] =>
  findings.filter((finding) => finding.certainty === "possible");

export interface FieldFinding extends Finding {
  field: string;
}

/** Inspects the fields that have a profile; the others are not read. */
export function inspectFields(
  values: Record<string, string | null | undefined>,
  profiles: Record<string, GuardProfile>,
): FieldFinding[] {
  return Object.entries(profiles).flatMap(([field, profile]) =>
    inspect(values[field] ?? "", profile).map((finding) => ({ ...finding, field })),
  );
}

const inOriginal = (finding: Finding, { starts, ends }: PlainText): Finding => ({
  ...finding,
  start: starts[finding.start] ?? 0,
  end: ends[finding.end - 1] ?? 0,
});

// Every repetition is bounded, so that a hostile text costs no more than a long one.
const EMAIL_ADDRESS = /[\p{L}\d._%+'-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,6}/gu;

const emailAddresses = (plain: string): Finding[] =>
  [...plain.matchAll(EMAIL_ADDRESS)].map((match) => ({
    kind: "emailAddress",
    certainty: "possible",
    start: match.index,
    end: match.index + match[0].length,
  }));

const numbers = (plain: string): Finding[] =>
  digitRows(plain).flatMap((row) => numbersInRow(plain, row));

function numbersInRow(plain: string, row: DigitGroup[]): Finding[] {
  const findings: Finding[] = [];
  let rest: DigitGroup[] = [];
  const closeRest = () => {
    findings.push(...patientNumbers(plain, rest));
    rest = [];
  };
  for (let at = 0; at < row.length; ) {
    const phone = phoneAt(plain, row, at);
    const length = phone?.length ?? dateLength(row, at);
    if (length > 0) closeRest();
    else rest.push(...row.slice(at, at + 1));
    if (phone?.mayBePersonal) findings.push(phoneFinding(row.slice(at, at + length)));
    at += length || 1;
  }
  closeRest();
  return findings;
}

const phoneFinding = (groups: DigitGroup[]): Finding => ({
  kind: "phoneNumber",
  certainty: "possible",
  ...extentOf(groups),
});

const extentOf = (groups: DigitGroup[]) => ({
  start: groups[0]?.start ?? 0,
  end: groups.at(-1)?.end ?? 0,
});

const isGrouped334 = (groups: DigitGroup[]): boolean =>
  groups.map((group) => group.digits.length).join("-") === "3-3-4";

/** Ten digits in all may be spaced in any way; among more digits only ten in one piece or 3-3-4 stand out as a number. */
function patientNumbers(plain: string, groups: DigitGroup[]): Finding[] {
  if (groups.length <= 10 && digitsOf(groups).length === 10) return assessed(plain, groups);
  return groups.flatMap((group, at) => {
    if (group.digits.length === 10) return assessed(plain, [group]);
    const three = groups.slice(at, at + 3);
    return isGrouped334(three) ? assessed(plain, three) : [];
  });
}

const CUE_REACH = { before: 40, after: 25 };
// "Rhif GIG" is Welsh for NHS number. What `rewrite` leaves behind is no cue.
const CUE =
  /(?:^|[^a-z])(?:nhs|gig|chi|h ?(?:&|and|\+) ?c|hcn|health (?:&|and) (?:social )?care|rhif|numbers?(?! removed))(?:$|[^a-z])/i;
const CUE_DIRECTLY_BEFORE = /(?:^|[^a-z])(?:nos?|nums?|nr)[.:]?[ \n]?$|#[ \n]?$/i;
const LABEL_DIRECTLY_BEFORE =
  /(?:^|[^a-z])(?:nhs|chi|h ?(?:&|and) ?c|hcn|health (?:&|and) care)(?: (?:number|num|no)\b)?[ \n.:#=(-]{0,4}(?:is )?$/i;

function assessed(plain: string, groups: DigitGroup[]): Finding[] {
  const extent = extentOf(groups);
  const digits = digitsOf(groups);
  const before = plain.slice(Math.max(0, extent.start - CUE_REACH.before), extent.start);
  const after = plain.slice(extent.end, extent.end + CUE_REACH.after);
  const hasWord = CUE.test(before) || CUE_DIRECTLY_BEFORE.test(before) || CUE.test(after);
  const hasCue = hasWord || isGrouped334(groups);
  const issued = issuedKind(digits);
  const isValid = hasValidCheckDigit(digits);
  // Digits that run on into letters are a code, unless something says otherwise.
  if (!hasWord && /^\p{L}/u.test(after)) return [];
  const isPossible = isValid ? issued || hasCue : LABEL_DIRECTLY_BEFORE.test(before);
  if (!isPossible) return [];
  const certainty = isValid && issued && hasCue ? "certain" : "possible";
  return [{ kind: issued ?? "nhsNumber", certainty, ...extent }];
}
