import type { Db } from "~/schema";

/** A person as the office sees them; nobody where the record was erased or merged into another. */
export const personForOffice = (db: Db, personId: string) =>
  db
    .selectFrom("people")
    .select(["id", "givenName", "familyName", "email", "emailVerifiedAt", "backupEmail"])
    .select(["nation", "region", "jobTitle", "diedOn", "createdAt"])
    .where("id", "=", personId)
    .where("erasedAt", "is", null)
    .where("mergedInto", "is", null)
    .executeTakeFirst();

export const applicationsOfPerson = (db: Db, personId: string) =>
  db
    .selectFrom("applications")
    .leftJoin("grades", "grades.id", "applications.gradeId")
    .select(["applications.id", "applications.startedAt", "applications.submittedAt"])
    .select(["applications.state", "grades.name as gradeName"])
    .where("applications.personId", "=", personId)
    .orderBy("applications.startedAt", "desc")
    .execute();
