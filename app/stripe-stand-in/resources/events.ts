import type Stripe from "stripe";
import { endpoint } from "../http/endpoint";
import { page, wholeList } from "../http/lists";
import { missing } from "../http/problem";
import { API_VERSION } from "../webhooks/events";
import type { World } from "../world";

const ENDPOINT_ID = "we_practice";

export const eventEndpoints = [
  endpoint<Stripe.EventListParams>(
    "GET",
    "/events",
    "EventListParams",
    ["created", "delivery_success", "type", "types"],
    (world, params) => {
      const { delivery_success: isDelivered, type, types } = params;
      const candidates = world.store
        .all("event")
        .filter(
          (event) =>
            (!type || matches(event.type, type)) &&
            (!types || types.some((one) => matches(event.type, one))) &&
            (isDelivered === undefined ||
              (world.store.get("delivery", event.id)?.state === "delivered") === isDelivered),
        );
      return page("event", candidates, params, "/v1/events");
    },
  ),
  endpoint("GET", "/events/:id", "EventRetrieveParams", [], (world, _params, id) =>
    world.store.need("event", id),
  ),
  endpoint("GET", "/webhook_endpoints", "WebhookEndpointListParams", [], (world) =>
    wholeList([webhookEndpoint(world)], "/v1/webhook_endpoints"),
  ),
  endpoint(
    "GET",
    "/webhook_endpoints/:id",
    "WebhookEndpointRetrieveParams",
    [],
    (world, _params, id) => {
      if (id !== ENDPOINT_ID) throw missing("webhook_endpoint", id);
      return webhookEndpoint(world);
    },
  ),
];

/** `invoice.*` stands for all of a kind. */
function matches(type: string, pattern: string): boolean {
  return pattern.endsWith(".*") ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}

function webhookEndpoint(world: World): Stripe.WebhookEndpoint {
  return {
    id: ENDPOINT_ID,
    object: "webhook_endpoint",
    api_version: API_VERSION,
    application: null,
    created: 0,
    description: null,
    enabled_events: [...(world.options.enabledEvents ?? ["*"])],
    livemode: false,
    metadata: {},
    status: "enabled",
    url: world.webhookUrl,
  };
}
