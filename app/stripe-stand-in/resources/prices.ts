import Stripe from "stripe";
import { endpoint } from "../http/endpoint";
import { page } from "../http/lists";
import { mergedMetadata } from "../http/metadata";
import { refuse } from "../http/problem";
import { newStripeId } from "../store/ids";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { previousOf } from "./previous";
import { createProduct } from "./products";

const recurring = ["recurring.interval", "recurring.interval_count", "recurring.usage_type"];

export const priceEndpoints = [
  endpoint<Stripe.PriceCreateParams>(
    "POST",
    "/prices",
    "PriceCreateParams",
    [
      "active",
      "billing_scheme",
      "currency",
      "lookup_key",
      "metadata",
      "nickname",
      "product",
      "product_data",
      "tax_behavior",
      "transfer_lookup_key",
      "unit_amount",
      "unit_amount_decimal",
      ...recurring,
    ],
    newPrice,
  ),
  endpoint<Stripe.PriceListParams>(
    "GET",
    "/prices",
    "PriceListParams",
    ["active", "created", "currency", "lookup_keys", "product", "type"],
    (world, params) => {
      const { active, currency, lookup_keys, product, type } = params;
      const candidates = (
        product ? world.store.where("price", "product", product) : world.store.all("price")
      ).filter(
        (price) =>
          (active === undefined || price.active === active) &&
          (!currency || price.currency === currency) &&
          (!lookup_keys || (price.lookup_key !== null && lookup_keys.includes(price.lookup_key))) &&
          (!type || price.type === type),
      );
      return page("price", candidates, params, "/v1/prices");
    },
  ),
  endpoint("GET", "/prices/:id", "PriceRetrieveParams", [], (world, _params, id) =>
    world.store.need("price", id),
  ),
  endpoint<Stripe.PriceUpdateParams>(
    "POST",
    "/prices/:id",
    "PriceUpdateParams",
    ["active", "lookup_key", "metadata", "nickname", "tax_behavior", "transfer_lookup_key"],
    updatePrice,
  ),
];

export function newPrice(world: World, params: Stripe.PriceCreateParams): Stripe.Price {
  const product = productFor(world, params);
  const amount = amountOf(params);
  releaseLookupKey(world, params.lookup_key, params.transfer_lookup_key);
  const price = world.store.put("price", {
    id: newStripeId("price"),
    object: "price",
    active: params.active ?? true,
    billing_scheme: "per_unit",
    created: world.now(),
    currency: params.currency.toLowerCase(),
    custom_unit_amount: null,
    livemode: false,
    lookup_key: params.lookup_key ?? null,
    metadata: mergedMetadata({}, params.metadata),
    nickname: params.nickname ?? null,
    product,
    recurring: params.recurring ? recurringOf(params.recurring) : null,
    tax_behavior: params.tax_behavior ?? "unspecified",
    tiers_mode: null,
    transform_quantity: null,
    type: params.recurring ? "recurring" : "one_time",
    unit_amount: amount,
    unit_amount_decimal: Stripe.Decimal.from(amount),
  });
  emit(world, "price.created", price);
  return price;
}

function updatePrice(world: World, params: Stripe.PriceUpdateParams, id: string): Stripe.Price {
  const before = world.store.need("price", id);
  if (params.lookup_key && before.lookup_key !== params.lookup_key)
    releaseLookupKey(world, params.lookup_key, params.transfer_lookup_key);
  const patch: Partial<Stripe.Price> = {
    ...(params.active !== undefined && { active: params.active }),
    ...(params.lookup_key && { lookup_key: params.lookup_key }),
    ...(params.nickname !== undefined && { nickname: params.nickname || null }),
    ...(params.tax_behavior && { tax_behavior: params.tax_behavior }),
    ...(params.metadata !== undefined && {
      metadata: mergedMetadata(before.metadata, params.metadata),
    }),
  };
  const after = world.store.change("price", id, patch);
  emit(world, "price.updated", after, previousOf(before, patch));
  return after;
}

function productFor(world: World, params: Stripe.PriceCreateParams): string {
  if (params.product && params.product_data)
    throw refuse("You may only specify one of these parameters: product, product_data.", "product");
  if (params.product) return world.store.need("product", params.product, "product").id;
  if (params.product_data) return createProduct(world, params.product_data).id;
  throw refuse(
    "You must specify either `product` or `product_data` when creating a price.",
    "product",
    "parameter_missing",
  );
}

function amountOf(
  params: Pick<Stripe.PriceCreateParams, "unit_amount" | "unit_amount_decimal">,
): number {
  const amount =
    params.unit_amount ??
    (params.unit_amount_decimal === undefined ? undefined : Number(params.unit_amount_decimal));
  if (amount === undefined)
    throw refuse(
      "Prices require an `unit_amount` or `unit_amount_decimal` parameter to be set.",
      "unit_amount",
      "parameter_missing",
    );
  if (!Number.isInteger(amount) || amount < 0)
    throw refuse("Invalid non-negative integer", "unit_amount", "parameter_invalid_integer");
  return amount;
}

const recurringOf = (given: Stripe.PriceCreateParams.Recurring): Stripe.Price.Recurring => ({
  interval: given.interval,
  interval_count: given.interval_count ?? 1,
  meter: null,
  trial_period_days: null,
  usage_type: "licensed",
});

function releaseLookupKey(
  world: World,
  key: string | undefined,
  isTransfer: boolean | undefined,
): void {
  const owner = key && world.store.all("price").find((price) => price.lookup_key === key);
  if (!owner) return;
  if (!isTransfer)
    throw refuse(`A price (\`${owner.id}\`) already uses that lookup key.`, "lookup_key");
  world.store.change("price", owner.id, { lookup_key: null });
}
