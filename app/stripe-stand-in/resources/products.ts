import type Stripe from "stripe";
import { endpoint } from "../http/endpoint";
import { page } from "../http/lists";
import { mergedMetadata } from "../http/metadata";
import { refuse } from "../http/problem";
import { newStripeId } from "../store/ids";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { previousOf } from "./previous";
import { newPrice } from "./prices";

const writable = [
  "active",
  "description",
  "metadata",
  "name",
  "statement_descriptor",
  "tax_code",
  "unit_label",
  "url",
  "images",
];

export const productEndpoints = [
  endpoint<Stripe.ProductCreateParams>(
    "POST",
    "/products",
    "ProductCreateParams",
    [...writable, "id", "default_price_data"],
    createProduct,
  ),
  endpoint<Stripe.ProductListParams>(
    "GET",
    "/products",
    "ProductListParams",
    ["active", "created", "ids"],
    (world, params) => {
      const { active, ids } = params;
      const candidates = world.store
        .all("product")
        .filter(
          (p) => (active === undefined || p.active === active) && (!ids || ids.includes(p.id)),
        );
      return page("product", candidates, params, "/v1/products");
    },
  ),
  endpoint("GET", "/products/:id", "ProductRetrieveParams", [], (world, _params, id) =>
    world.store.need("product", id),
  ),
  endpoint<Stripe.ProductUpdateParams>(
    "POST",
    "/products/:id",
    "ProductUpdateParams",
    [...writable, "default_price"],
    updateProduct,
  ),
  endpoint("DELETE", "/products/:id", "ProductDeleteParams", [], deleteProduct),
];

export function createProduct(world: World, params: Stripe.ProductCreateParams): Stripe.Product {
  if (params.id && world.store.get("product", params.id))
    throw refuse("Product already exists.", "id", "resource_already_exists");
  const product = world.store.put("product", {
    ...blankProduct(world, params),
    metadata: mergedMetadata({}, params.metadata),
  });
  emit(world, "product.created", product);
  if (!params.default_price_data) return product;
  const price = newPrice(world, { ...params.default_price_data, product: product.id });
  return world.store.change("product", product.id, { default_price: price.id });
}

function updateProduct(
  world: World,
  params: Stripe.ProductUpdateParams,
  id: string,
): Stripe.Product {
  const before = world.store.need("product", id);
  const { metadata, ...rest } = params;
  const given = Object.fromEntries(
    Object.entries(rest)
      .filter(([name]) => name !== "expand")
      .map(([name, value]) => [name, value === "" ? null : value]),
  );
  const patch = {
    ...given,
    updated: world.now(),
    metadata: mergedMetadata(before.metadata, metadata),
  } as Partial<Stripe.Product>;
  const after = world.store.change("product", id, patch);
  emit(world, "product.updated", after, previousOf(before, patch));
  return after;
}

function deleteProduct(world: World, _params: object, id: string): Stripe.DeletedProduct {
  const product = world.store.need("product", id);
  if (world.store.where("price", "product", id).length)
    throw refuse(
      "This product cannot be deleted because it has one or more user-created prices.",
      "id",
    );
  world.store.remove("product", id);
  emit(world, "product.deleted", product);
  return { id, object: "product", deleted: true };
}

function blankProduct(world: World, params: Stripe.ProductCreateParams): Stripe.Product {
  return {
    id: params.id ?? newStripeId("product"),
    object: "product",
    active: params.active ?? true,
    created: world.now(),
    default_price: null,
    description: params.description ?? null,
    images: params.images ?? [],
    livemode: false,
    marketing_features: [],
    metadata: {},
    name: params.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: params.statement_descriptor ?? null,
    tax_code: params.tax_code ?? null,
    tax_details: null,
    type: "service",
    unit_label: params.unit_label ?? null,
    updated: world.now(),
    url: params.url ?? null,
  };
}
