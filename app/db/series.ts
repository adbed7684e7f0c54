import { sql } from "kysely";
import type { Trx } from "~/schema";

export type Series = "member" | "invoice" | "creditNote";

/** The next number of a series without gaps: it is taken and kept by the same transaction or not at all. */
export async function nextNumber(trx: Trx, series: Series): Promise<number> {
  const { last } = await trx
    .insertInto("numberSeries")
    .values({ name: series, last: 1 })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet({ last: sql`number_series.last + 1` }),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return last;
}
