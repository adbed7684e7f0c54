/** Values are what is stored: nations as people write them, employers' kinds as keys. */
export const NATIONS = [
  "England",
  "Scotland",
  "Wales",
  "Northern Ireland",
  "Outside the UK",
] as const;

export const EMPLOYER_KINDS = [
  "primaryCareNetwork",
  "charity",
  "council",
  "trust",
  "other",
  "none",
] as const;
export type EmployerKind = (typeof EMPLOYER_KINDS)[number];

export const EMPLOYER_WORDS: Record<EmployerKind, string> = {
  primaryCareNetwork: "Primary care network or GP practice",
  charity: "Charity or community organisation",
  council: "Council",
  trust: "NHS trust or health board",
  other: "Another kind of employer",
  none: "I am not employed at the moment",
};

export const employerKindInWords = (kind: string | undefined): string =>
  EMPLOYER_WORDS[kind as EmployerKind] ?? "";
