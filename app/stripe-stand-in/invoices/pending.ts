import type Stripe from "stripe";
import type { World } from "../world";

/** A customer's invoice items that wait for their next invoice. */
export function pendingItems(world: World, customer: string): Stripe.InvoiceItem[] {
  return world.store
    .where("invoiceitem", "customer", customer)
    .filter((item) => item.invoice === null);
}

/** Ties items to the invoice that bills them. */
export function tieItems(
  world: World,
  items: readonly Stripe.InvoiceItem[],
  invoice: string,
): void {
  for (const item of items) world.store.change("invoiceitem", item.id, { invoice });
}
