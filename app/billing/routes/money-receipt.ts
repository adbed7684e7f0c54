import { notFound, page } from "~/access";
import { paymentForOffice } from "../queries/payments";
import { receiptOf, receiptResponse } from "../receipt";

/** Anybody's receipt, for the office. */
export const loader = page.may("readMoney")(async ({ world, db, params, now }) => {
  const payment = await paymentForOffice(db, params.id ?? "");
  if (payment?.state !== "succeeded") throw notFound();
  return receiptResponse(await receiptOf(world, payment, now), payment);
});
