import type { CivilDate } from "~/lib/civil-date";
import type { Db } from "~/schema";

/** The roles that a person holds on a day, and whether a second factor is set up, in one look. */
export async function rolesAndTwoFactor(db: Db, personId: string, today: CivilDate) {
  const rows = await db
    .selectFrom("people")
    .leftJoin("twoFactors", "twoFactors.personId", "people.id")
    .leftJoin("staffRoles", (join) =>
      join
        .onRef("staffRoles.personId", "=", "people.id")
        .on("staffRoles.fromOn", "<=", today)
        .on((or) => or.or([or("staffRoles.toOn", "is", null), or("staffRoles.toOn", ">", today)])),
    )
    .select(["staffRoles.role", "twoFactors.confirmedAt"])
    .where("people.id", "=", personId)
    .execute();
  return {
    roles: new Set(rows.flatMap(({ role }) => role ?? [])),
    hasTwoFactor: rows.some(({ confirmedAt }) => confirmedAt !== null),
  };
}

/** Whether a confirmed second factor is set up. */
export async function hasTwoFactor(db: Db, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom("twoFactors")
    .select("confirmedAt")
    .where("personId", "=", personId)
    .executeTakeFirst();
  return Boolean(row?.confirmedAt);
}

/** The roles that a person holds on a day. */
export const rolesOn = async (db: Db, personId: string, today: CivilDate) => [
  ...(await rolesAndTwoFactor(db, personId, today)).roles,
];
