import { DAY } from "../clockwork/calendar";
import { revokeMandate } from "../methods/mandates";
import { idOf } from "../store/indexes";
import { emit } from "../webhooks/events";
import type { World } from "../world";
import { refuseIntent, succeed } from "./answers";
import type { Outcome } from "./collect";
import type { Refusal } from "./verdict";

const notAuthorised: Refusal = {
  code: "payment_intent_payment_attempt_failed",
  declineCode: "debit_not_authorized",
  message: "The customer has notified their bank that this payment was unauthorized.",
};
const noFunds: Refusal = {
  code: "payment_intent_payment_attempt_failed",
  declineCode: "insufficient_funds",
  message: "The customer's account has insufficient funds to cover this payment.",
};

/** The bank answers a Bacs debit, days after it was sent. */
export function settleDebit(world: World, intentId: string): Outcome | undefined {
  const intent = world.store.get("payment_intent", intentId);
  const charge = world.store.get("charge", idOf(intent?.latest_charge));
  const method = world.store.get("payment_method", idOf(intent?.payment_method));
  const nature = world.store.get("nature", method?.id);
  if (
    !intent ||
    !charge ||
    !method ||
    nature?.method !== "bacs_debit" ||
    intent.status !== "processing"
  )
    return undefined;
  const mandate = world.store.need("mandate", nature.mandate);
  const refusal =
    nature.nature === "isNotAuthorised" || mandate.status !== "active"
      ? notAuthorised
      : nature.nature === "lacksFunds"
        ? noFunds
        : undefined;
  if (!refusal) {
    succeed(world, intent, charge);
    if (nature.nature === "isReclaimed")
      world.agenda.plan("raiseDispute", charge.id, world.now() + DAY);
    return { kind: "succeeded" };
  }
  const failed = world.store.change("charge", charge.id, {
    status: "failed",
    paid: false,
    failure_code: refusal.declineCode,
    failure_message: refusal.message,
  });
  emit(world, "charge.failed", failed);
  refuseIntent(world, intent, method, refusal, charge.id);
  if (refusal === notAuthorised) revokeMandate(world, nature.mandate);
  return { kind: "declined", refusal };
}
