import type { Temporal } from "temporal-polyfill";
import type { World } from "~/world";
import { customersOf, insertCustomer, payerById } from "./queries/payers";

/** The newest Stripe customer of a payer; made when first needed. Throws PaymentServiceUnavailable. */
export async function ensureCustomer(
  { db, stripe }: World,
  payerId: string,
  now: Temporal.Instant,
): Promise<string> {
  const known = (await customersOf(db, payerId)).at(-1);
  if (known) return known;
  const payer = await payerById(db, payerId);
  if (!payer) throw new Error(`No payer ${payerId}`);
  const name = `${payer.givenName} ${payer.familyName}`.trim();
  const customerId = await stripe.createCustomer({ payerId, name, email: payer.email });
  await db.transaction().execute((trx) => insertCustomer(trx, customerId, payerId, now.toString()));
  return customerId;
}
