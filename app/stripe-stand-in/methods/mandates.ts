import type Stripe from "stripe";
import { newStripeId, randomText } from "../store/ids";
import { emit } from "../webhooks/events";
import type { World } from "../world";

/** What the payer signs for a Direct Debit. */
export function newMandate(world: World, method: string): Stripe.Mandate {
  const reference = randomText(16).toUpperCase();
  return world.store.put("mandate", {
    id: newStripeId("mandate"),
    object: "mandate",
    customer_acceptance: {
      accepted_at: world.now(),
      type: "online",
      online: { ip_address: "127.0.0.1", user_agent: null },
    },
    livemode: false,
    multi_use: {},
    payment_method: method,
    payment_method_details: {
      type: "bacs_debit",
      bacs_debit: {
        display_name: null,
        network_status: "accepted",
        reference,
        revocation_reason: null,
        service_user_number: null,
        url: `${world.publicOrigin}/stripe-stand-in/mandates/${reference}`,
      },
    },
    status: "active",
    type: "multi_use",
  });
}

/** The mandate can no longer be used; Stripe tells by mandate.updated. */
export function revokeMandate(world: World, id: string): void {
  const mandate = world.store.need("mandate", id);
  const bacs = mandate.payment_method_details.bacs_debit;
  if (mandate.status === "inactive" || !bacs) return;
  const changed = world.store.change("mandate", id, {
    status: "inactive",
    payment_method_details: {
      type: "bacs_debit",
      bacs_debit: { ...bacs, network_status: "revoked", revocation_reason: "bank_account_closed" },
    },
  });
  emit(world, "mandate.updated", changed, { status: "active" });
}
