import type { Insertable } from "kysely";
import type { CivilDate } from "~/lib/civil-date";
import type { Db, Trx } from "~/schema";
import type { Role } from "../policy";
import type { StaffRolesTable } from "../tables";

const held = (db: Db, today: CivilDate) =>
  db
    .selectFrom("staffRoles")
    .where("staffRoles.fromOn", "<=", today)
    .where((or) => or.or([or("staffRoles.toOn", "is", null), or("staffRoles.toOn", ">", today)]));

/** Every role that somebody holds, with who they are and whether their second factor is set up. */
export const heldRoles = (db: Db, today: CivilDate) =>
  held(db, today)
    .innerJoin("people", "people.id", "staffRoles.personId")
    .leftJoin("twoFactors", "twoFactors.personId", "staffRoles.personId")
    .select([
      "staffRoles.id",
      "staffRoles.personId",
      "staffRoles.role",
      "staffRoles.fromOn",
      "people.givenName",
      "people.familyName",
      "people.email",
      "twoFactors.confirmedAt as twoFactorAt",
    ])
    .orderBy("people.familyName")
    .orderBy("people.givenName")
    .orderBy("staffRoles.personId")
    .orderBy("staffRoles.role")
    .execute();

export const heldRole = (db: Db, id: string, today: CivilDate) =>
  held(db, today)
    .innerJoin("people", "people.id", "staffRoles.personId")
    .select([
      "staffRoles.id",
      "staffRoles.personId",
      "staffRoles.role",
      "people.givenName",
      "people.familyName",
    ])
    .where("staffRoles.id", "=", id)
    .executeTakeFirst();

/** The people who hold a role on a day, each once. */
export async function holdersOf(db: Db, role: Role, today: CivilDate): Promise<string[]> {
  const rows = await held(db, today)
    .select("staffRoles.personId")
    .where("staffRoles.role", "=", role)
    .distinct()
    .execute();
  return rows.map((row) => row.personId);
}

export const insertRole = (trx: Trx, role: Insertable<StaffRolesTable>) =>
  trx.insertInto("staffRoles").values(role).execute();

export const setRoleEnd = (trx: Trx, id: string, toOn: CivilDate) =>
  trx.updateTable("staffRoles").set({ toOn }).where("id", "=", id).execute();
