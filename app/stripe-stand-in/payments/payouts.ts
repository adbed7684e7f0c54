import type Stripe from "stripe";
import { DAY } from "../clockwork/calendar";
import { newStripeId } from "../store/ids";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { moveBalance } from "./balance";

export type PayoutStatus = "in_transit" | "paid";

/** Pays out all money that has become available; a balance of nothing or less waits for the next day. */
export function payOut(world: World): void {
  const due = world.store
    .where("balance_transaction", "status", "pending")
    .filter((transaction) => transaction.available_on <= world.now());
  const amount = due.reduce((sum, transaction) => sum + transaction.net, 0);
  if (amount <= 0) {
    if (due.length) world.agenda.plan("payOut", String(world.now() + DAY), world.now() + DAY);
    return;
  }
  const id = newStripeId("payout");
  for (const transaction of due) {
    world.store.change("balance_transaction", transaction.id, { status: "available" });
    world.store.put("payout_share", { id: transaction.id, payout: id });
  }
  const movement = moveBalance(world, {
    amount: -amount,
    fee: 0,
    type: "payout",
    source: id,
    description: "STRIPE PAYOUT",
  });
  world.store.put("payout_share", { id: movement.id, payout: id });
  const payout = world.store.put("payout", blankPayout(world, id, amount, movement.id));
  emit(world, "payout.created", payout);
  world.agenda.plan("completePayout", id, payout.arrival_date);
}

/** The money reached the bank account. */
export function completePayout(world: World, id: string): void {
  const paid = world.store.change("payout", id, {
    status: "paid" satisfies PayoutStatus,
    reconciliation_status: "completed",
  });
  emit(world, "payout.paid", paid, { status: "in_transit" });
  emit(world, "payout.reconciliation_completed", paid);
}

function blankPayout(world: World, id: string, amount: number, movement: string): Stripe.Payout {
  return {
    id,
    object: "payout",
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: world.now() + DAY,
    automatic: true,
    balance_transaction: movement,
    created: world.now(),
    currency: "gbp",
    description: "STRIPE PAYOUT",
    destination: "ba_practice",
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: {},
    method: "standard",
    original_payout: null,
    payout_method: null,
    reconciliation_status: "in_progress",
    reversed_by: null,
    source_type: "card",
    statement_descriptor: null,
    status: "in_transit" satisfies PayoutStatus,
    trace_id: null,
    type: "bank_account",
  };
}
