export interface VerificationCodesTable {
  code: string;
  kind: string;
  subjectId: string;
  words: string;
  sha256: string;
  issuedOn: string;
  withdrawnAt: string | null;
}

export interface DocumentsTables {
  verificationCodes: VerificationCodesTable;
}
