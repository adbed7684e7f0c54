import type { Generated } from "kysely";

export interface HistoryTable {
  id: string;
  at: string;
  actorId: string | null;
  act: string;
  subjectKind: string;
  subjectId: string;
  personId: string | null;
  reason: string | null;
  fields: Generated<string>;
}

export interface HistoryValuesTable {
  historyId: string;
  field: string;
  beforeValue: string | null;
  afterValue: string | null;
}

export interface HistoryTables {
  history: HistoryTable;
  historyValues: HistoryValuesTable;
}
