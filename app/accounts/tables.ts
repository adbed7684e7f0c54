import type { Generated, GeneratedAlways } from "kysely";
import type { Role } from "./policy";

export type LinkPurpose =
  | "confirmEmail"
  | "signIn"
  | "resetPassword"
  | "changeEmail"
  | "confirmBackup";

export interface PeopleTable {
  id: string;
  givenName: Generated<string>;
  familyName: Generated<string>;
  /** Family name first, without case, accents, apostrophes and hyphens; `givenKey` the other way round. */
  nameKey: GeneratedAlways<string>;
  givenKey: GeneratedAlways<string>;
  email: string;
  emailKey: string;
  emailVerifiedAt: string | null;
  backupEmail: string | null;
  backupEmailKey: string | null;
  backupEmailConfirmedAt: string | null;
  nation: string | null;
  region: string | null;
  jobTitle: string | null;
  diedOn: string | null;
  erasedAt: string | null;
  mergedInto: string | null;
  createdAt: string;
}

export interface AccountsTable {
  personId: string;
  passwordHash: string | null;
  createdAt: string;
}

export interface SignInSessionsTable {
  idHash: string;
  personId: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  provedAt: string;
  twoFactorAt: string | null;
  agent: Generated<string>;
}

export interface TwoFactorsTable {
  personId: string;
  sealedSecret: string;
  confirmedAt: string | null;
  lastCounter: Generated<number>;
}

export interface RecoveryCodesTable {
  personId: string;
  codeHash: string;
  usedAt: string | null;
}

export interface OneTimeLinksTable {
  hash: string;
  personId: string;
  purpose: LinkPurpose;
  /** The address that it was mailed to. */
  email: string;
  /** Known to the browser that asked: a code counts for that browser alone. */
  attemptId: string;
  codeHash: string | null;
  attempts: Generated<number>;
  /** What a sign-up chose; it becomes the account's when the address is confirmed. */
  passwordHash: string | null;
  backupEmail: string | null;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
}

/** Browsers that a person has signed in from, in words such as "Firefox on Android". */
export interface KnownAgentsTable {
  personId: string;
  agent: string;
  firstSeenAt: string;
}

export interface SignInFailuresTable {
  /** Of an address's key, or of a person's second factor. */
  keyHash: string;
  failures: number;
  firstFailedAt: string;
  blockedUntil: string | null;
}

export interface StaffRolesTable {
  id: string;
  personId: string;
  role: Role;
  fromOn: string;
  toOn: string | null;
  by: string | null;
}

export interface AccountMovesTable {
  id: string;
  personId: string;
  fromEmail: string;
  toEmail: string;
  reason: string;
  by: string;
  stopHash: string;
  requestedAt: string;
  takesEffectAt: string;
  doneAt: string | null;
  stoppedAt: string | null;
}

export interface EmploymentsTable {
  id: string;
  personId: string;
  organisationId: string | null;
  employerName: string;
  /** The name as it is searched for. */
  employerKey: GeneratedAlways<string>;
  kind: string;
  fromOn: string;
  toOn: string | null;
}

export interface WordingsTable {
  id: string;
  kind: string;
  version: number;
  title: string;
  text: string;
  inForceOn: string;
}

export interface AcceptancesTable {
  id: string;
  personId: string;
  wordingId: string;
  at: string;
}

export interface ConsentsTable {
  id: string;
  personId: string;
  topic: string;
  choice: "yes" | "no";
  wordingId: string;
  at: string;
  source: string;
}

export interface AccountsTables {
  people: PeopleTable;
  accounts: AccountsTable;
  signInSessions: SignInSessionsTable;
  twoFactors: TwoFactorsTable;
  recoveryCodes: RecoveryCodesTable;
  oneTimeLinks: OneTimeLinksTable;
  knownAgents: KnownAgentsTable;
  signInFailures: SignInFailuresTable;
  staffRoles: StaffRolesTable;
  accountMoves: AccountMovesTable;
  employments: EmploymentsTable;
  wordings: WordingsTable;
  acceptances: AcceptancesTable;
  consents: ConsentsTable;
}
