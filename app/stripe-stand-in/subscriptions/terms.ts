import { DAY } from "../clockwork/calendar";
import { refuse } from "../http/problem";
import { idOf } from "../store/indexes";
import type { World } from "../world";

/** Refuses a default method that is not the customer's. */
export function ownMethod(world: World, method: string | undefined, customer: string): void {
  if (!method) return;
  if (
    idOf(world.store.need("payment_method", method, "default_payment_method").customer) !== customer
  )
    throw refuse(
      `The customer does not have a payment method with the ID ${method}. The payment method must be attached to the customer.`,
      "default_payment_method",
      "resource_missing",
    );
}

/** When a trial ends, from either of the two ways to say it. */
export function trialEndOf(
  world: World,
  params: { trial_end?: number | "now"; trial_period_days?: number },
): number | undefined {
  if (params.trial_end !== undefined && params.trial_period_days !== undefined)
    throw refuse(
      "You may only specify one of these parameters: trial_end, trial_period_days.",
      "trial_end",
    );
  if (params.trial_period_days) return world.now() + params.trial_period_days * DAY;
  if (params.trial_end === undefined || params.trial_end === "now") return undefined;
  if (params.trial_end <= world.now())
    throw refuse(
      "Invalid timestamp: must be an integer Unix timestamp in the future.",
      "trial_end",
      "parameter_invalid_integer",
    );
  return params.trial_end;
}
