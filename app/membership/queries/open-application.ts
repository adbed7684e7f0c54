import type { ExpressionBuilder } from "kysely";
import type { Schema } from "~/schema";

/** Whether a person of the query has sent an application that was neither declined, withdrawn nor left to run out. */
export const hasOpenApplication = (eb: ExpressionBuilder<Schema, "people">) =>
  eb.exists(
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
  );
