import type { Endpoint } from "../http/endpoint";
import { balanceEndpoints } from "./balance";
import { chargeEndpoints } from "./charges";
import { checkoutSessionEndpoints } from "./checkout-sessions";
import { customerEndpoints } from "./customers";
import { eventEndpoints } from "./events";
import { invoiceItemEndpoints } from "./invoice-items";
import { invoiceEndpoints } from "./invoices";
import { paymentIntentEndpoints } from "./payment-intents";
import { paymentMethodEndpoints } from "./payment-methods";
import { priceEndpoints } from "./prices";
import { productEndpoints } from "./products";
import { setupIntentEndpoints } from "./setup-intents";
import { subscriptionEndpoints } from "./subscriptions";

/** Every call that the stand-in answers. */
export const endpoints: readonly Endpoint[] = [
  ...checkoutSessionEndpoints,
  ...customerEndpoints,
  ...eventEndpoints,
  ...paymentIntentEndpoints,
  ...setupIntentEndpoints,
  ...invoiceEndpoints,
  ...invoiceItemEndpoints,
  ...balanceEndpoints,
  ...chargeEndpoints,
  ...paymentMethodEndpoints,
  ...priceEndpoints,
  ...productEndpoints,
  ...subscriptionEndpoints,
];
