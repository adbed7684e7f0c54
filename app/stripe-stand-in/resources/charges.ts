import type Stripe from "stripe";
import { endpoint } from "../http/endpoint";
import { page } from "../http/lists";
import { mergedMetadata } from "../http/metadata";
import { answerDispute, closeDispute } from "../payments/disputes";
import { refund } from "../payments/refund";
import { idOf } from "../store/indexes";
import { emit } from "../webhooks/events";

export const chargeEndpoints = [
  endpoint<Stripe.ChargeListParams>(
    "GET",
    "/charges",
    "ChargeListParams",
    ["created", "customer", "payment_intent"],
    (world, params) => {
      const { customer, payment_intent: intent } = params;
      const pool = intent
        ? world.store.where("charge", "payment_intent", intent)
        : world.store.all("charge");
      return page(
        "charge",
        pool.filter((charge) => !customer || idOf(charge.customer) === customer),
        params,
        "/v1/charges",
      );
    },
  ),
  endpoint("GET", "/charges/:id", "ChargeRetrieveParams", [], (world, _params, id) =>
    world.store.need("charge", id),
  ),
  endpoint<Stripe.ChargeUpdateParams>(
    "POST",
    "/charges/:id",
    "ChargeUpdateParams",
    ["description", "metadata"],
    (world, params, id) => {
      const { metadata } = world.store.need("charge", id);
      return world.store.change("charge", id, {
        metadata: mergedMetadata(metadata, params.metadata),
        ...(params.description !== undefined && { description: params.description || null }),
      });
    },
  ),
  endpoint<Stripe.RefundCreateParams>(
    "POST",
    "/refunds",
    "RefundCreateParams",
    ["amount", "charge", "payment_intent", "reason", "metadata"],
    refund,
  ),
  endpoint<Stripe.RefundListParams>(
    "GET",
    "/refunds",
    "RefundListParams",
    ["created", "charge", "payment_intent"],
    (world, params) => {
      const { charge, payment_intent: intent } = params;
      const pool = charge
        ? world.store.where("refund", "charge", charge)
        : intent
          ? world.store.where("refund", "payment_intent", intent)
          : world.store.all("refund");
      return page("refund", pool, params, "/v1/refunds");
    },
  ),
  endpoint("GET", "/refunds/:id", "RefundRetrieveParams", [], (world, _params, id) =>
    world.store.need("refund", id),
  ),
  endpoint<Stripe.RefundUpdateParams>(
    "POST",
    "/refunds/:id",
    "RefundUpdateParams",
    ["metadata"],
    (world, params, id) => {
      const after = world.store.change("refund", id, {
        metadata: mergedMetadata(world.store.need("refund", id).metadata, params.metadata),
      });
      emit(world, "refund.updated", after);
      return after;
    },
  ),
  endpoint<Stripe.DisputeListParams>(
    "GET",
    "/disputes",
    "DisputeListParams",
    ["created", "charge", "payment_intent"],
    (world, params) => {
      const { charge, payment_intent: intent } = params;
      const pool = world.store
        .all("dispute")
        .filter(
          (dispute) =>
            (!charge || dispute.charge === charge) &&
            (!intent || dispute.payment_intent === intent),
        );
      return page("dispute", pool, params, "/v1/disputes");
    },
  ),
  endpoint("GET", "/disputes/:id", "DisputeRetrieveParams", [], (world, _params, id) =>
    world.store.need("dispute", id),
  ),
  endpoint<Stripe.DisputeUpdateParams>(
    "POST",
    "/disputes/:id",
    "DisputeUpdateParams",
    ["evidence", "submit"],
    answerDispute,
  ),
  endpoint("POST", "/disputes/:id/close", "DisputeCloseParams", [], (world, _params, id) =>
    closeDispute(world, id, "lost"),
  ),
];
