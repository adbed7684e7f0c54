import type Stripe from "stripe";
import { DAY, MINUTE } from "../clockwork/calendar";
import { refuse } from "../http/problem";
import { LEAST_CHARGE } from "../payments/intents";
import type { World } from "../world";

export type Mode = "payment" | "subscription" | "setup";
export type MethodType = "card" | "bacs_debit";

/** What this practice account accepts, in the order the page offers it. */
const enabled: readonly MethodType[] = ["card", "bacs_debit"];

type Params = Stripe.Checkout.SessionCreateParams;

/** Refuses what Stripe refuses about a session as a whole, before its lines are looked at. */
export function checkSession(params: Params): Mode {
  const mode = params.mode as Mode | undefined;
  if (!mode) throw refuse("Missing required param: mode.", "mode", "parameter_missing");
  if (params.ui_mode && params.ui_mode !== "hosted_page")
    throw refuse(
      "This practice account serves ui_mode hosted_page only.",
      "ui_mode",
      "stand_in_unsupported",
    );
  if (!params.success_url)
    throw refuse("Missing required param: success_url.", "success_url", "parameter_missing");
  checkAddress(params.success_url, "success_url");
  if (params.cancel_url) checkAddress(params.cancel_url, "cancel_url");
  if (params.customer && params.customer_email)
    throw refuse(
      "You may only specify one of these parameters: customer, customer_email.",
      "customer",
    );
  if (params.customer && params.customer_creation)
    throw refuse(
      "You may only specify one of these parameters: customer, customer_creation.",
      "customer_creation",
    );
  onlyIn(mode, "subscription", params.subscription_data, "subscription_data");
  onlyIn(mode, "payment", params.payment_intent_data, "payment_intent_data");
  onlyIn(mode, "setup", params.setup_intent_data, "setup_intent_data");
  if (mode !== "payment" && params.customer_creation)
    throw refuse("`customer_creation` can only be used in `payment` mode.", "customer_creation");
  if (mode === "setup" && params.line_items)
    throw refuse("You can not pass `line_items` in `setup` mode.", "line_items");
  if (mode !== "setup" && !params.line_items?.length)
    throw refuse("Missing required param: line_items.", "line_items", "parameter_missing");
  if (mode === "setup" && !params.currency)
    throw refuse("Missing required param: currency.", "currency", "parameter_missing");
  if ((params.client_reference_id?.length ?? 0) > 200)
    throw refuse("Invalid string: must be at most 200 characters", "client_reference_id");
  return mode;
}

/** Subscriptions need a recurring price, payments may have none; a total to pay is at least 30p. */
export function checkLines(
  mode: Mode,
  lines: readonly { price: Stripe.Price; quantity: number }[],
  hasTrial: boolean,
): void {
  const recurring = lines.filter((line) => line.price.type === "recurring");
  if (mode === "payment" && recurring.length)
    throw refuse(
      "You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.",
      "line_items[0][price]",
    );
  if (mode === "subscription" && recurring.length === 0)
    throw refuse(
      "You must provide at least one recurring price in `subscription` mode when using prices.",
      "line_items",
    );
  const total = lines.reduce((sum, line) => sum + (line.price.unit_amount ?? 0) * line.quantity, 0);
  const mayBeNothing = mode === "subscription" && (total === 0 || hasTrial);
  if (total < LEAST_CHARGE && !mayBeNothing)
    throw refuse(
      "The Checkout Session's total amount due must add up to at least £0.30 gbp",
      "line_items",
      "amount_too_small",
    );
}

/** A session lives from 30 minutes to 24 hours; a day unless said. */
export function expiryOf(world: World, asked: number | undefined): number {
  const life = (asked ?? world.now() + DAY) - world.now();
  if (life < 30 * MINUTE)
    throw refuse(
      "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
      "expires_at",
    );
  if (life > DAY)
    throw refuse(
      "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.",
      "expires_at",
    );
  return world.now() + life;
}

/** The methods that the session offers. */
export function methodsOffered(params: Params, currency: string): MethodType[] {
  const { allowed_payment_method_types: allowed, excluded_payment_method_types: excluded } = params;
  const offered = enabled.filter(
    (method) =>
      (!allowed || allowed.includes(method)) &&
      !excluded?.includes(method) &&
      (method === "card" || currency === "gbp"),
  );
  if (offered.length === 0)
    throw refuse(
      "No valid payment method types for this Checkout Session. Please ensure that you have activated payment methods compatible with your chosen currency.",
      "allowed_payment_method_types",
    );
  return offered;
}

function onlyIn(mode: Mode, wanted: Mode, value: unknown, name: string): void {
  if (value !== undefined && mode !== wanted)
    throw refuse(`You can not pass \`${name}\` in \`${mode}\` mode.`, name);
}

function checkAddress(text: string, param: string): void {
  if (!URL.canParse(text.replace("{CHECKOUT_SESSION_ID}", "id")) || !/^https?:/.test(text))
    throw refuse("Not a valid URL", param, "url_invalid");
}
