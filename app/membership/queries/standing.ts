import type { Db } from "~/schema";

/** What a person's standing is read from: one row, whether or not they have ever applied. */
export function standingFacts(db: Db, personId: string) {
  return db
    .selectFrom("people")
    .leftJoin("members", "members.personId", "people.id")
    .leftJoin("cover", "cover.personId", "people.id")
    .selectAll("cover")
    .select(["people.diedOn", "members.number as memberNumber", "members.firstJoinedOn"])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom("applications")
            .select("applications.id")
            .whereRef("applications.personId", "=", "people.id")
            .where("applications.submittedAt", "is not", null)
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom("applicationDecisions")
                    .select("applicationDecisions.id")
                    .whereRef("applicationDecisions.applicationId", "=", "applications.id")
                    .where("applicationDecisions.kind", "in", ["decline", "expire", "withdraw"]),
                ),
              ),
            ),
        )
        .as("hasOpenApplication"),
    )
    .where("people.id", "=", personId)
    .executeTakeFirst();
}
