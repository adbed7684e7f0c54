import type { Temporal } from "temporal-polyfill";
import type { World } from "~/world";
import { finishCheckout } from "../finish-checkout";

/** Finishes a checkout whose request died on the way to Stripe, so that a payment on its page is never unknown. */
export async function finishLeftCheckout(
  world: World,
  { checkoutId }: { checkoutId: string },
  now: Temporal.Instant,
): Promise<void> {
  await finishCheckout(world, checkoutId, now);
}
