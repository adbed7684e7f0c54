export type FindingKind =
  | "nhsNumber"
  | "chiNumber"
  | "healthAndCareNumber"
  | "emailAddress"
  | "phoneNumber";

interface ProfileRules {
  /** Whether a number that only might be a patient's is worth a warning. */
  doubtfulNumbers: "warn" | "allow";
  emailAddress: "warn" | "allow";
  phoneNumber: "warn" | "allow";
}

/** What each kind of field may hold. A patient's number that is certain is refused by every profile. */
export const GUARD_PROFILES = {
  /** A person's own name, address, phone and e-mail. */
  personal: { doubtfulNumbers: "allow", emailAddress: "allow", phoneNumber: "allow" },
  /** Where to reach an employer. */
  employerContact: { doubtfulNumbers: "warn", emailAddress: "allow", phoneNumber: "allow" },
  /** Posts, titles, questions, notes. */
  freeText: { doubtfulNumbers: "warn", emailAddress: "warn", phoneNumber: "warn" },
  /** What was learned from a case. */
  reflection: { doubtfulNumbers: "warn", emailAddress: "warn", phoneNumber: "warn" },
  /** The name that a file was uploaded with. */
  fileName: { doubtfulNumbers: "warn", emailAddress: "warn", phoneNumber: "warn" },
} as const satisfies Record<string, ProfileRules>;

export type GuardProfile = keyof typeof GUARD_PROFILES;
