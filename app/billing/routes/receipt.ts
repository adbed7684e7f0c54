import { notFound, page } from "~/access";
import { paymentOfPerson } from "../queries/payments";
import { receiptOf, receiptResponse } from "../receipt";

/** The payer's own receipt, as PDF. */
export const loader = page.signedIn(async ({ world, db, actor, params, now }) => {
  const payment = await paymentOfPerson(db, actor.personId, params.id ?? "");
  if (payment?.state !== "succeeded") throw notFound();
  return receiptResponse(await receiptOf(world, payment, now), payment);
});
