import type { Insertable } from "kysely";
import type { Trx } from "~/schema";
import type { HistoryTable, HistoryValuesTable } from "./tables";

export async function insertHistory(
  trx: Trx,
  entry: Insertable<HistoryTable>,
  values: Insertable<HistoryValuesTable>[],
): Promise<void> {
  await trx.insertInto("history").values(entry).execute();
  if (values.length > 0) await trx.insertInto("historyValues").values(values).execute();
}
