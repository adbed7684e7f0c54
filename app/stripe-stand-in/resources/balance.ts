import type Stripe from "stripe";
import { endpoint } from "../http/endpoint";
import { page } from "../http/lists";
import { refuse } from "../http/problem";
import type { World } from "../world";

export const balanceEndpoints = [
  endpoint<Stripe.BalanceTransactionListParams>(
    "GET",
    "/balance_transactions",
    "BalanceTransactionListParams",
    ["created", "payout", "source", "type", "currency"],
    (world, params) =>
      page("balance_transaction", transactions(world, params), params, "/v1/balance_transactions"),
  ),
  endpoint(
    "GET",
    "/balance_transactions/:id",
    "BalanceTransactionRetrieveParams",
    [],
    (world, _params, id) => world.store.need("balance_transaction", id),
  ),
  endpoint<Stripe.PayoutListParams>(
    "GET",
    "/payouts",
    "PayoutListParams",
    ["created", "status", "arrival_date"],
    (world, params) =>
      page(
        "payout",
        world.store
          .all("payout")
          .filter((payout) => !params.status || payout.status === params.status),
        params,
        "/v1/payouts",
      ),
  ),
  endpoint("GET", "/payouts/:id", "PayoutRetrieveParams", [], (world, _params, id) =>
    world.store.need("payout", id),
  ),
  endpoint("GET", "/balance", "BalanceRetrieveParams", [], balance),
  endpoint("GET", "/mandates/:id", "MandateRetrieveParams", [], (world, _params, id) =>
    world.store.need("mandate", id),
  ),
];

function transactions(
  world: World,
  params: Stripe.BalanceTransactionListParams,
): Stripe.BalanceTransaction[] {
  const { payout, source, type, currency } = params;
  if (payout) world.store.need("payout", payout, "payout");
  if (payout && source)
    throw refuse("You may only specify one of these parameters: payout, source.", "payout");
  const pool = payout
    ? world.store
        .where("payout_share", "payout", payout)
        .map((share) => world.store.need("balance_transaction", share.id))
    : source
      ? world.store.where("balance_transaction", "source", source)
      : world.store.all("balance_transaction");
  return pool.filter(
    (transaction) =>
      (!type || transaction.type === type) && (!currency || transaction.currency === currency),
  );
}

function balance(world: World): Stripe.Balance {
  const pending = world.store.where("balance_transaction", "status", "pending");
  const sum = pending.reduce((total, transaction) => total + transaction.net, 0);
  return {
    object: "balance",
    available: [{ amount: 0, currency: "gbp", source_types: { card: 0 } }],
    livemode: false,
    pending: [{ amount: sum, currency: "gbp", source_types: { card: sum } }],
  };
}
