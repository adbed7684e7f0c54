import type { Db, Trx } from "~/schema";

/** Runs the work in the transaction that is already open, or in one of its own. */
export const inTransaction = <Value>(db: Db, work: (trx: Trx) => Promise<Value>): Promise<Value> =>
  db.isTransaction ? work(db as Trx) : db.transaction().execute(work);
