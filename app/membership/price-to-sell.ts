import type { Price } from "~/billing/ensure-price";
import type { GradePrice } from "./tables";

/** A grade's price as the payment page, invoices and receipts name it. Everywhere the same, or it would be renamed at Stripe each time. */
export const priceToSell = (
  {
    id,
    pence,
    interval,
    vatTreatment,
  }: Pick<GradePrice, "id" | "pence" | "interval" | "vatTreatment">,
  gradeName: string,
): Price => ({ id, name: `Membership: ${gradeName}`, pence, interval, vatTreatment });
