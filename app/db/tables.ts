export interface PortalFactsTable {
  key: string;
  value: string;
}

export interface NumberSeriesTable {
  name: string;
  last: number;
}

export interface DbTables {
  portalFacts: PortalFactsTable;
  numberSeries: NumberSeriesTable;
}
