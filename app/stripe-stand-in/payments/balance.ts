import type Stripe from "stripe";
import { addWorkingDays, startOfDay } from "../clockwork/calendar";
import { newStripeId } from "../store/ids";
import type { World } from "../world";

/** Days until card money is available for payout in the UK. */
const AVAILABLE_AFTER = 3;

interface Movement {
  amount: number;
  fee: number;
  type:
    | "charge"
    | "payment"
    | "refund"
    | "payment_refund"
    | "adjustment"
    | "payout"
    | "refund_failure"
    | "payment_failure_refund";
  source: string;
  description?: string | null;
  category?: string;
}

/** Stripe's UK list prices: cards 1.5% + 20p, Bacs Direct Debit 1% between 20p and £2. */
export function feeFor(method: string, amount: number): number {
  if (method === "bacs_debit") return Math.min(200, Math.max(20, Math.round(amount * 0.01)));
  return Math.round(amount * 0.015) + 20;
}

/** Writes a movement of Stripe's balance; all but a payout wait to become available and are then paid out. */
export function moveBalance(world: World, movement: Movement): Stripe.BalanceTransaction {
  const isPayout = movement.type === "payout";
  const availableOn = isPayout
    ? world.now()
    : startOfDay(addWorkingDays(world.now(), AVAILABLE_AFTER));
  if (!isPayout) world.agenda.plan("payOut", String(availableOn), availableOn);
  return world.store.put("balance_transaction", {
    id: newStripeId("balance_transaction"),
    object: "balance_transaction",
    amount: movement.amount,
    available_on: availableOn,
    balance_type: "payments",
    created: world.now(),
    currency: "gbp",
    description: movement.description ?? null,
    exchange_rate: null,
    fee: movement.fee,
    fee_details: movement.fee
      ? [
          {
            amount: movement.fee,
            application: null,
            currency: "gbp",
            description: "Stripe processing fees",
            type: "stripe_fee",
          },
        ]
      : [],
    net: movement.amount - movement.fee,
    reporting_category: movement.category ?? movement.type,
    source: movement.source,
    status: isPayout ? "available" : "pending",
    type: movement.type,
  });
}
