import Stripe from "stripe";
import { productOf } from "../resources/price-of-line";
import { randomText } from "../store/ids";
import type { World } from "../world";

const blank = {
  object: "line_item" as const,
  discount_amounts: [],
  discountable: true,
  discounts: [],
  livemode: false,
  pretax_credit_amounts: [],
  taxes: [],
};

/** The line of a subscription's item for one of its periods. */
export function itemLine(
  world: World,
  subscription: Stripe.Subscription,
  item: Stripe.SubscriptionItem,
  isTrial: boolean,
): Stripe.InvoiceLineItem {
  const quantity = item.quantity ?? 1;
  const amount = isTrial ? 0 : (item.price.unit_amount ?? 0) * quantity;
  const name = world.store.get("product", productOf(item.price))?.name ?? "Subscription";
  return {
    ...blank,
    id: `il_${randomText(24)}`,
    amount,
    currency: item.price.currency,
    description: isTrial ? `Trial period for ${name}` : `${quantity} × ${name}`,
    invoice: null,
    metadata: subscription.metadata,
    parent: {
      type: "subscription_item_details",
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
        proration_details: null,
        subscription: subscription.id,
        subscription_item: item.id,
      },
    },
    period: { start: item.current_period_start, end: item.current_period_end },
    pricing: pricingOf(item.price),
    quantity,
    quantity_decimal: Stripe.Decimal.from(quantity),
    subscription: subscription.id,
    subtotal: amount,
  };
}

/** The line that an invoice item becomes. */
export function lineOfItem(item: Stripe.InvoiceItem): Stripe.InvoiceLineItem {
  return {
    ...blank,
    id: `il_${randomText(24)}`,
    amount: item.amount,
    currency: item.currency,
    description: item.description,
    invoice: null,
    metadata: item.metadata ?? {},
    parent: {
      type: "invoice_item_details",
      invoice_item_details: {
        invoice_item: item.id,
        proration: false,
        proration_details: null,
        subscription: null,
      },
      subscription_item_details: null,
    },
    period: item.period,
    pricing: item.pricing,
    quantity: item.quantity,
    quantity_decimal: item.quantity_decimal,
    subscription: null,
    subtotal: item.amount,
  };
}

export function pricingOf(price: Stripe.Price): Stripe.InvoiceLineItem.Pricing {
  return {
    type: "price_details",
    price_details: { price: price.id, product: productOf(price) },
    unit_amount_decimal: price.unit_amount_decimal,
  };
}
