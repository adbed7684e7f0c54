import type { Db, Trx } from "~/schema";

/** Members whose days of grace are over and whose lapse nobody has noticed yet. */
export const membersDueToLapse = (db: Db, today: string, most: number) =>
  db
    .selectFrom("cover")
    .innerJoin("people", "people.id", "cover.personId")
    .select(["cover.personId", "cover.membershipId", "cover.coveredUntil", "cover.graceUntil"])
    .where("cover.graceUntil", "<", today)
    .where("cover.endedOn", "is", null)
    .where("people.diedOn", "is", null)
    .where((or) =>
      or.or([or("cover.provisionalUntil", "is", null), or("cover.provisionalUntil", "<", today)]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("lapses")
            .select("lapses.membershipId")
            .whereRef("lapses.membershipId", "=", "cover.membershipId")
            .whereRef("lapses.coveredUntil", "=", "cover.coveredUntil"),
        ),
      ),
    )
    .orderBy("cover.graceUntil")
    .limit(most)
    .execute();

export const insertLapse = (
  trx: Trx,
  lapse: { membershipId: string; coveredUntil: string; noticedAt: string },
) => trx.insertInto("lapses").values(lapse).execute();
