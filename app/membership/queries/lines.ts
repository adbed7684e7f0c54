import type { Db } from "~/schema";

/** Whose application it is, and the price that was chosen in it. */
export const applicationToSettle = (db: Db, applicationId: string) =>
  db
    .selectFrom("applications")
    .select(["personId", "priceId"])
    .where("id", "=", applicationId)
    .executeTakeFirst();

/** The price that a person last chose. */
export async function lastChosenPrice(db: Db, personId: string): Promise<string | undefined> {
  const application = await db
    .selectFrom("applications")
    .select("priceId")
    .where("personId", "=", personId)
    .where("priceId", "is not", null)
    .orderBy("startedAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return application?.priceId ?? undefined;
}

/** Everything of a person that a subscription can pay for: their applications and their memberships. */
export async function membershipSubjectsOf(db: Db, personId: string) {
  const applications = await db
    .selectFrom("applications")
    .select("id")
    .where("personId", "=", personId)
    .execute();
  const memberships = await db
    .selectFrom("memberships")
    .select("id")
    .where("personId", "=", personId)
    .execute();
  return [
    ...applications.map(({ id }) => ({ kind: "application" as const, id })),
    ...memberships.map(({ id }) => ({ kind: "membership" as const, id })),
  ];
}
