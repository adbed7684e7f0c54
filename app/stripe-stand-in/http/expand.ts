import { kindOfId } from "../store/ids";
import type { World } from "../world";
import { wholeList } from "./lists";
import { refuse } from "./problem";
import { isRecord } from "./read-parameters";

/** Lists that Stripe only shows when they are asked for, by the object they belong to. */
const hidden: Record<string, (world: World, id: string) => object | null> = {
  "invoice payments": (world, id) =>
    wholeList(world.store.where("invoice_payment", "invoice", id), "/v1/invoice_payments"),
  "invoice confirmation_secret": (world, id) => {
    const intent = world.store.where("invoice_payment", "invoice", id).at(-1)
      ?.payment.payment_intent;
    const secret =
      typeof intent === "string"
        ? world.store.get("payment_intent", intent)?.client_secret
        : undefined;
    return secret ? { client_secret: secret, type: "payment_intent" } : null;
  },
  "charge refunds": (world, id) =>
    wholeList(world.store.where("refund", "charge", id), `/v1/charges/${id}/refunds`),
  "customer subscriptions": (world, id) =>
    wholeList(
      world.store
        .where("subscription", "customer", id)
        .filter((s) => s.status !== "canceled" && s.status !== "incomplete_expired"),
      `/v1/customers/${id}/subscriptions`,
    ),
};

/** Puts whole objects in place of ids along each path. */
export function expanded(world: World, answer: object, paths: readonly string[]): object {
  return paths.reduce<object>((object, path) => {
    const names = path.split(".");
    if (names.length > 5)
      throw refuse(`You cannot expand more than 4 levels of a property (${path}).`, "expand");
    return along(world, object, names, path);
  }, answer);
}

function along(world: World, object: object, names: string[], path: string): object {
  const [name, ...rest] = names;
  if (name === undefined || !isRecord(object)) return object;
  const value = name in object ? object[name] : shown(world, object, name);
  if (value === undefined) throw refuse(`This property cannot be expanded (${path}).`, "expand");
  return { ...object, [name]: opened(world, value, rest, path) };
}

function opened(world: World, value: unknown, rest: string[], path: string): unknown {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((item) => opened(world, item, rest, path));
  const object = typeof value === "string" ? objectOf(world, value) : value;
  if (!isRecord(object)) throw refuse(`This property cannot be expanded (${path}).`, "expand");
  return rest.length ? along(world, object, rest, path) : object;
}

function shown(
  world: World,
  object: Record<string, unknown>,
  name: string,
): object | null | undefined {
  const show = hidden[`${String(object.object)} ${name}`];
  if (show && typeof object.id === "string") return show(world, object.id);
  if (object.object === "checkout.session" && name === "line_items")
    return lineItems(world, String(object.id));
  return undefined;
}

function lineItems(world: World, session: string): object {
  const plan = world.store.get("plan", session);
  return wholeList(
    plan ? plan.lines.map((line) => checkoutLine(world, line)) : [],
    `/v1/checkout/sessions/${session}/line_items`,
  );
}

/** A planned line as Stripe shows it. */
export function checkoutLine(world: World, line: { id: string; price: string; quantity: number }) {
  const price = world.store.need("price", line.price);
  const product =
    typeof price.product === "string" ? world.store.get("product", price.product) : undefined;
  const amount = (price.unit_amount ?? 0) * line.quantity;
  return {
    id: line.id,
    object: "item" as const,
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: price.currency,
    description: product?.name ?? null,
    metadata: {},
    price,
    quantity: line.quantity,
  };
}

function objectOf(world: World, id: string): object | undefined {
  const kind = kindOfId(id);
  return kind && world.store.get(kind, id);
}
