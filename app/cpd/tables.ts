import type { Generated } from "kysely";

export interface CpdRequirementsTable {
  id: string;
  gradeId: string | null;
  nation: string | null;
  version: number;
  fromOn: string;
  pointsHundredths: number;
  formalMinutes: number;
  pointsPerHourHundredths: number;
  stepHundredths: number;
  note: Generated<string>;
  isConfirmed: Generated<number>;
}

export interface CpdCategoriesTable {
  id: string;
  name: string;
  hint: Generated<string>;
  isFormalByDefault: number;
  position: number;
  retiredOn: string | null;
}

export interface CpdCyclesTable {
  id: string;
  personId: string;
  startsOn: string;
  endsOn: string;
  requirementId: string;
  closedOn: string | null;
  closeKind: string | null;
}

export interface CpdActivitiesTable {
  id: string;
  personId: string;
  completedOn: string;
  categoryId: string;
  title: string;
  isFormal: number;
  minutes: number;
  pointsHundredths: number;
  learned: Generated<string>;
  sourceKind: Generated<string>;
  sourceId: string | null;
  finishedAt: string | null;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface CpdTables {
  cpdRequirements: CpdRequirementsTable;
  cpdCategories: CpdCategoriesTable;
  cpdCycles: CpdCyclesTable;
  cpdActivities: CpdActivitiesTable;
}
