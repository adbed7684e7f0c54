import type Stripe from "stripe";
import { newStripeId } from "../store/ids";
import type { World } from "../world";

/** The Stripe API version whose shapes these are. */
export const API_VERSION = "2026-10-28.endive";

/** Every type that the SDK knows; a misspelt one does not compile. */
export type EventName = Stripe.Event["type"];

/** Emits an event about an object as it is now; `previous` holds the values that an update replaced. */
export function emit(world: World, type: EventName, object: object, previous?: object): void {
  if (world.isSilent) return;
  const event = {
    id: newStripeId("event"),
    object: "event",
    api_version: API_VERSION,
    created: world.now(),
    data: previous ? { object, previous_attributes: previous } : { object },
    livemode: false,
    pending_webhooks: 1,
    request: world.request ?? { id: null, idempotency_key: null },
    type,
  };
  world.store.put("event", event as unknown as Stripe.Event);
  world.store.put("delivery", {
    id: event.id,
    state: "waiting",
    attempts: 0,
    lastStatus: null,
    firstAttemptAt: null,
  });
  world.announce(event.id);
}
