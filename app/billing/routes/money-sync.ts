import { redirect } from "@remix-run/node";
import { notFound, page } from "~/access";
import { PaymentServiceUnavailable } from "../gateway";
import { paymentForOffice } from "../queries/payments";
import { syncPayer } from "../sync/sync-payer";

const addressOf = (id: string) => `/admin/money/payments/${encodeURIComponent(id)}`;

export const loader = page.may("readMoney")(({ params }) => redirect(addressOf(params.id ?? "")));

/** Compares one payer with Stripe now, as the office wants to know now. */
export const action = page.may("readMoney")(async ({ world, db, params, now }) => {
  const payment = await paymentForOffice(db, params.id ?? "");
  if (!payment) throw notFound();
  try {
    await syncPayer(world, payment.payerId, now);
    return redirect(`${addressOf(payment.id)}?done=synced`);
  } catch (error) {
    if (!(error instanceof PaymentServiceUnavailable)) throw error;
    return redirect(`${addressOf(payment.id)}?done=notReached`);
  }
});
