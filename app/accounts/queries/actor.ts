import type { CivilDate } from "~/lib/civil-date";
import type { Db } from "~/schema";

/** The roles that a person holds on a day. */
export async function rolesOn(db: Db, personId: string, today: CivilDate) {
  const rows = await db
    .selectFrom("staffRoles")
    .select("role")
    .where("personId", "=", personId)
    .where("fromOn", "<=", today)
    .where((or) => or.or([or("toOn", "is", null), or("toOn", ">", today)]))
    .execute();
  return rows.map((row) => row.role);
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
