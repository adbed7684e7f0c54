import { connect, type GatewayOptions } from "./client";
import { eventsVia } from "./events";
import { moneyBackVia } from "./money-back";
import { sellingVia } from "./selling";
import { truthVia } from "./truth";

export { type GatewayOptions, PaymentServiceUnavailable } from "./client";
export type { Nudge } from "./events";
export type * from "./types";

export type StripeGateway = ReturnType<typeof createGateway>;

/**
 * The only room that speaks to Stripe. Its answers are plain values of our own, its refusals Results;
 * where Stripe cannot be reached it throws PaymentServiceUnavailable.
 */
export function createGateway(options: GatewayOptions) {
  const stripe = connect(options);
  return {
    ...sellingVia(stripe),
    ...truthVia(stripe),
    ...moneyBackVia(stripe),
    ...eventsVia(stripe, options.webhookSecret),
  };
}
