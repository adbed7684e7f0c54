/** What an invoice line can pay for. Billing knows the words and nothing behind them: app/settlements.ts does. */
export const SUBJECT_KINDS = ["application", "membership"] as const;

export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface Subject {
  kind: SubjectKind;
  id: string;
}
