import type { CivilDate } from "~/lib/civil-date";
import type { Db } from "~/schema";
import type { Cover } from "./cover";
import { standingFromCover } from "./cover";
import { standingFacts } from "./queries/standing";
import type { Standing } from "./standing";

export interface PersonStanding {
  standing: Standing;
  memberNumber: number | null;
  firstJoinedOn: CivilDate | null;
  cover: Cover | null;
}

/** A person's standing on a day from today on, from the derived cover row. */
export async function personStanding(
  db: Db,
  personId: string,
  date: CivilDate,
): Promise<PersonStanding> {
  const facts = await standingFacts(db, personId);
  if (!facts) return { standing: "none", memberNumber: null, firstJoinedOn: null, cover: null };
  const { diedOn, memberNumber, firstJoinedOn, hasOpenApplication, ...row } = facts;
  const cover =
    row.membershipId === null ? null : ({ ...row, membershipId: row.membershipId } as Cover);
  const standing = standingFromCover(
    cover,
    { diedOn, hasOpenApplication: Boolean(hasOpenApplication) },
    date,
  );
  return { standing, memberNumber, firstJoinedOn, cover };
}
