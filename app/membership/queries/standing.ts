import type { Db } from "~/schema";
import { hasOpenApplication } from "./open-application";

/** What a person's standing is read from: one row, whether or not they have ever applied. */
export function standingFacts(db: Db, personId: string) {
  return db
    .selectFrom("people")
    .leftJoin("members", "members.personId", "people.id")
    .leftJoin("cover", "cover.personId", "people.id")
    .selectAll("cover")
    .select(["people.diedOn", "members.number as memberNumber", "members.firstJoinedOn"])
    .select((eb) => hasOpenApplication(eb).as("hasOpenApplication"))
    .where("people.id", "=", personId)
    .executeTakeFirst();
}
