import type { Generated, Selectable } from "kysely";
import type { Interval } from "~/lib/civil-date";
import type { VatTreatment } from "~/lib/vat";

export type DecisionKind = "approve" | "ask" | "decline" | "expire" | "withdraw";
export type ApplicationState =
  | "draft"
  | "submitted"
  | "moreWanted"
  | "answered"
  | "approved"
  | "declined"
  | "ended"
  | "withdrawn";
export type GrantKind = "honorary" | "life" | "complimentary" | "feeHoliday" | "imported";

export interface GradesTable {
  id: string;
  name: string;
  summary: string;
  review: "automatic" | "review";
  evidence: string | null;
  position: number;
  retiredOn: string | null;
}

export interface GradePricesTable {
  id: string;
  gradeId: string;
  interval: Interval;
  pence: number;
  vatTreatment: VatTreatment;
  fromOn: string;
  toOn: string | null;
  /** What the office should know about it, such as that nobody has confirmed it yet. */
  note: Generated<string>;
}

export type GradePrice = Selectable<GradePricesTable>;

export interface ApplicationsTable {
  id: string;
  personId: string;
  answers: string;
  gradeId: string | null;
  priceId: string | null;
  evidenceFileId: string | null;
  startedAt: string;
  savedAt: string;
  submittedAt: string | null;
  remindedAt: string | null;
  expiresOn: string;
  /** Derived from the decisions and answers, with the day's instant it began, so that the queue has an index. */
  state: ApplicationState | null;
  stateSince: string | null;
}

export interface ApplicationDecisionsTable {
  id: string;
  applicationId: string;
  kind: DecisionKind;
  reason: string;
  by: string | null;
  at: string;
}

export interface ApplicationAnswersTable {
  id: string;
  applicationId: string;
  text: string;
  at: string;
}

export interface MembersTable {
  personId: string;
  number: number;
  firstJoinedOn: string;
}

export interface MembershipsTable {
  id: string;
  personId: string;
  applicationId: string | null;
  beganOn: string;
  yearStarts: string;
}

export interface MembershipEndingsTable {
  membershipId: string;
  kind: "resign" | "remove";
  endedOn: string;
  reason: string;
  by: string | null;
  at: string;
}

export interface SuspensionsTable {
  id: string;
  membershipId: string;
  fromOn: string;
  toOn: string | null;
  reason: string;
  by: string | null;
  at: string;
}

export interface GrantsTable {
  id: string;
  membershipId: string;
  kind: GrantKind;
  reason: string;
  by: string | null;
  at: string;
}

export interface TermsTable {
  id: string;
  membershipId: string;
  gradeId: string;
  startsOn: string;
  endsOn: string;
  source: "invoiceLine" | "seat" | "grant";
  sourceId: string;
  createdAt: string;
}

export interface TermCorrectionsTable {
  id: string;
  termId: string;
  newEndsOn: string;
  reason: string;
  by: string | null;
  at: string;
}

export interface ProvisionalTermsTable {
  invoiceLineId: string;
  membershipId: string;
  gradeId: string;
  startsOn: string;
  provisionalUntil: string;
  endedOn: string | null;
  createdAt: string;
}

/** That the end of a membership's cover was noticed and told, once for each end. */
export interface LapsesTable {
  membershipId: string;
  coveredUntil: string;
  noticedAt: string;
}

export interface CoverTable {
  personId: string;
  membershipId: string;
  gradeId: string | null;
  coveredFrom: string | null;
  coveredUntil: string | null;
  provisionalFrom: string | null;
  provisionalUntil: string | null;
  graceUntil: string | null;
  suspendedFrom: string | null;
  suspendedUntil: string | null;
  endedOn: string | null;
  endedKind: "resign" | "remove" | null;
}

export interface MembershipTables {
  grades: GradesTable;
  gradePrices: GradePricesTable;
  applications: ApplicationsTable;
  applicationDecisions: ApplicationDecisionsTable;
  applicationAnswers: ApplicationAnswersTable;
  members: MembersTable;
  memberships: MembershipsTable;
  membershipEndings: MembershipEndingsTable;
  suspensions: SuspensionsTable;
  grants: GrantsTable;
  terms: TermsTable;
  termCorrections: TermCorrectionsTable;
  provisionalTerms: ProvisionalTermsTable;
  lapses: LapsesTable;
  cover: CoverTable;
}
