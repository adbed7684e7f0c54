export interface SettingsTable {
  key: string;
  value: string;
  updatedAt: string;
}

export interface OfficeTables {
  settings: SettingsTable;
}
