import type { Insertable, Updateable } from "kysely";
import type { Db, Trx } from "~/schema";
import type {
  ApplicationAnswersTable,
  ApplicationDecisionsTable,
  ApplicationsTable,
} from "../tables";

/** An application with what the money has made of it so far. */
const applications = (db: Db) =>
  db
    .selectFrom("applications")
    .selectAll("applications")
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom("memberships")
            .innerJoin("terms", "terms.membershipId", "memberships.id")
            .select("terms.id")
            .whereRef("memberships.applicationId", "=", "applications.id"),
        )
        .as("hasTerm"),
      eb
        .exists(
          eb
            .selectFrom("memberships")
            .innerJoin("provisionalTerms", "provisionalTerms.membershipId", "memberships.id")
            .select("provisionalTerms.invoiceLineId")
            .whereRef("memberships.applicationId", "=", "applications.id")
            .where("provisionalTerms.endedOn", "is", null),
        )
        .as("hasProvisionalTerm"),
    ]);

export const applicationById = (db: Db, id: string) =>
  applications(db).where("applications.id", "=", id).executeTakeFirst();

/** The application that a person began last. */
export const newestApplicationOf = (db: Db, personId: string) =>
  applications(db)
    .where("applications.personId", "=", personId)
    .orderBy("applications.startedAt", "desc")
    .orderBy("applications.id", "desc")
    .limit(1)
    .executeTakeFirst();

/** A person's other applications, newest first. */
export const otherApplicationsOf = (db: Db, personId: string, but: string) =>
  db
    .selectFrom("applications")
    .select(["id", "startedAt", "submittedAt", "state"])
    .where("personId", "=", personId)
    .where("id", "!=", but)
    .orderBy("startedAt", "desc")
    .execute();

/** Oldest first, with the name of who decided; the portal's own decisions have none. */
export const decisionsOf = (db: Db, applicationId: string) =>
  db
    .selectFrom("applicationDecisions")
    .leftJoin("people", "people.id", "applicationDecisions.by")
    .select([
      "applicationDecisions.id",
      "applicationDecisions.kind",
      "applicationDecisions.reason",
      "applicationDecisions.at",
      "applicationDecisions.by",
      "people.givenName",
      "people.familyName",
    ])
    .where("applicationDecisions.applicationId", "=", applicationId)
    .orderBy("applicationDecisions.at")
    .orderBy("applicationDecisions.id")
    .execute();

export const answersOf = (db: Db, applicationId: string) =>
  db
    .selectFrom("applicationAnswers")
    .select(["id", "text", "at"])
    .where("applicationId", "=", applicationId)
    .orderBy("at")
    .orderBy("id")
    .execute();

export const insertApplication = (trx: Trx, row: Insertable<ApplicationsTable>) =>
  trx.insertInto("applications").values(row).execute();

export const updateApplication = (trx: Trx, id: string, changes: Updateable<ApplicationsTable>) =>
  trx.updateTable("applications").set(changes).where("id", "=", id).execute();

export const insertDecision = (trx: Trx, row: Insertable<ApplicationDecisionsTable>) =>
  trx.insertInto("applicationDecisions").values(row).execute();

export const insertAnswer = (trx: Trx, row: Insertable<ApplicationAnswersTable>) =>
  trx.insertInto("applicationAnswers").values(row).execute();

/** Whether an answer was sent already: its id was made with the page. */
export async function hasAnswer(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom("applicationAnswers")
    .select("id")
    .where("id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Applications that wait for the applicant (unfinished, asked, or approved and not paid) and end by a day. */
export const stalledApplications = (
  db: Db,
  given: { endBy: string; onlyUnreminded: boolean; after: string; most: number },
) =>
  applications(db)
    .where("applications.state", "in", ["draft", "moreWanted", "approved"])
    .where("applications.expiresOn", "<=", given.endBy)
    .where("applications.id", ">", given.after)
    .$if(given.onlyUnreminded, (query) => query.where("applications.remindedAt", "is", null))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("memberships")
            .select("memberships.id")
            .whereRef("memberships.applicationId", "=", "applications.id")
            .where(({ or, exists: has, selectFrom: from }) =>
              or([
                has(
                  from("terms")
                    .select("terms.id")
                    .whereRef("terms.membershipId", "=", "memberships.id"),
                ),
                has(
                  from("provisionalTerms")
                    .select("provisionalTerms.invoiceLineId")
                    .whereRef("provisionalTerms.membershipId", "=", "memberships.id")
                    .where("provisionalTerms.endedOn", "is", null),
                ),
              ]),
            ),
        ),
      ),
    )
    .orderBy("applications.id")
    .limit(given.most)
    .execute();
