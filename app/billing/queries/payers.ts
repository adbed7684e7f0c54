import { newId } from "~/lib/id";
import type { Db, Trx } from "~/schema";

/** The payer that a person is; made when first asked for. */
export async function ensurePayer(trx: Trx, personId: string): Promise<string> {
  await trx
    .insertInto("payers")
    .values({ id: newId(), personId, organisationId: null })
    .onConflict((conflict) => conflict.column("personId").doNothing())
    .execute();
  const { id } = await trx
    .selectFrom("payers")
    .select("id")
    .where("personId", "=", personId)
    .executeTakeFirstOrThrow();
  return id;
}

/** Who pays, as an invoice names them; erased people have no name any more. */
export const payerById = (db: Db, payerId: string) =>
  db
    .selectFrom("payers")
    .innerJoin("people", "people.id", "payers.personId")
    .select(["payers.id", "people.id as personId", "givenName", "familyName", "email"])
    .where("payers.id", "=", payerId)
    .executeTakeFirst();

/** A payer may have several customers, the newest last: merges leave more than one. */
export async function customersOf(db: Db, payerId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("stripeCustomers")
    .select("stripeId")
    .where("payerId", "=", payerId)
    .orderBy("createdAt")
    .orderBy("stripeId")
    .execute();
  return rows.map(({ stripeId }) => stripeId);
}

export const payerOfCustomer = async (db: Db, stripeId: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom("stripeCustomers")
      .select("payerId")
      .where("stripeId", "=", stripeId)
      .executeTakeFirst()
  )?.payerId;

export const insertCustomer = (trx: Trx, stripeId: string, payerId: string, createdAt: string) =>
  trx
    .insertInto("stripeCustomers")
    .values({ stripeId, payerId, createdAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
