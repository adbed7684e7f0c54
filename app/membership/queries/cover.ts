import type { Db, Trx } from "~/schema";
import type { Cover } from "../cover";

export async function putCover(trx: Trx, personId: string, cover: Cover): Promise<void> {
  await trx
    .insertInto("cover")
    .values({ personId, ...cover })
    .onConflict((conflict) => conflict.column("personId").doUpdateSet({ ...cover }))
    .execute();
}

export function coverRowsOf(db: Db, personIds: string[]) {
  return db.selectFrom("cover").selectAll().where("personId", "in", personIds).execute();
}

/** People who ever had a membership, in the order of their ids, after one of them. */
export async function peopleWithMemberships(db: Db, after: string, most: number) {
  const rows = await db
    .selectFrom("members")
    .select("personId")
    .where("personId", ">", after)
    .orderBy("personId")
    .limit(most)
    .execute();
  return rows.map(({ personId }) => personId);
}
