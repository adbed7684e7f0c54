import Stripe from "stripe";
import type { Temporal } from "temporal-polyfill";
import { idOf } from "./client";

/** What a webhook tells: that something happened to an object, and no more is believed of it. */
export interface Nudge {
  eventId: string;
  type: string;
  objectKind: string;
  objectId: string;
  customerId: string | null;
}

export const eventsVia = (stripe: Stripe, webhookSecret: string) => ({
  /** The nudge in a webhook, or undefined where its signature is wrong, missing or more than 5 minutes old. */
  async verifiedNudge(
    body: string,
    signature: string | null,
    receivedAt: Temporal.Instant,
  ): Promise<Nudge | undefined> {
    try {
      const event = await stripe.webhooks.constructEventAsync(
        body,
        signature ?? "",
        webhookSecret,
        undefined,
        undefined,
        receivedAt.epochMilliseconds, // the SDK divides by a thousand itself
      );
      return nudgeOf(event);
    } catch (error) {
      if (error instanceof Stripe.errors.StripeSignatureVerificationError) return undefined;
      throw error;
    }
  },
});

function nudgeOf({ id, type, data }: Stripe.Event): Nudge {
  const object = data.object as {
    id?: string;
    object: string;
    customer?: string | { id: string } | null;
  };
  return {
    eventId: id,
    type,
    objectKind: object.object,
    objectId: object.id ?? "",
    customerId: object.object === "customer" ? (object.id ?? null) : idOf(object.customer),
  };
}
